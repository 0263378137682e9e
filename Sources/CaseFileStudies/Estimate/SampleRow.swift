import Definitions

/// A file of the sample with its weight before response.
struct SampleRow: Sendable {
    let file: StudyDraw.File
    /// The organisation's name, stratum and chance.
    let organisation: StudyDraw.Organisation
    /// The class it was screened into; `T` without screening.
    let screened: String
    /// How many of its stratum in the organisation were screened into its class.
    let screenedCount: Int
    /// How many of those were kept.
    let kept: Int
    /// 1 ÷ the chance of the organisation × that of the file × that of the second phase.
    let weight: Double

    /// The files whose consent is asked, by code.
    ///
    /// - Throws: ``StudyError/notDrawn(id:)`` or ``StudyError/secondPhaseNeeded(id:)``.
    static func all(_ state: StudyState) throws(StudyError) -> [SampleRow] {
        guard let draw = state.draw else { throw .notDrawn(id: state.request.id) }
        if state.request.screeningItem != nil, state.secondPhase == nil {
            throw .secondPhaseNeeded(id: state.request.id)
        }
        let classes = state.classes
        var screened: [String: Int] = [:]
        var kept: [String: Int] = [:]
        func cell(_ file: StudyDraw.File) -> String {
            "\(file.organisation)|\(file.stratum)|\(classes[file.code] ?? "T")"
        }
        for file in state.sample { screened[cell(file), default: 0] += 1 }
        let asked = state.asked
        for file in asked { kept[cell(file), default: 0] += 1 }
        return asked.map { file in
            let organisation = draw.organisations[file.organisation]
            let seen = screened[cell(file)] ?? 1
            let left = kept[cell(file)] ?? 1
            return SampleRow(
                file: file,
                organisation: organisation,
                screened: classes[file.code] ?? "T",
                screenedCount: seen,
                kept: left,
                weight: Double(file.population) / Double(file.drawn) / organisation.probability
                    * Double(seen) / Double(left)
            )
        }
    }
}

import Definitions

/// Reads what organisations saw at the first look, and draws the second phase.
public enum ScreeningTable {
    /// Reads a file with a class for every file of the sample, and draws.
    ///
    /// - Throws: ``StudyError``.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        state: StudyState
    ) throws(StudyError) -> SecondPhase {
        guard state.request.screeningItem != nil, state.secondPhase == nil else {
            throw .noSecondPhase(id: state.request.id)
        }
        guard let draw = state.draw else { throw .notDrawn(id: state.request.id) }
        let table = try EntryTable(bytes, path: path, required: ["file", "class"])
        let sample = state.sample
        let known = Set(sample.map(\.code))
        let codes = state.request.shares.map(\.code)
        var classes: [String: String] = [:]
        for row in table.rows {
            let file = row.cells["file"] ?? ""
            guard known.contains(file), classes[file] == nil else {
                throw table.mistake(row.number, "file", "a code of the sample, once")
            }
            let name = row.cells["class"] ?? ""
            guard codes.contains(name) else {
                throw table.mistake(row.number, "class", codes.joined(separator: ", "))
            }
            classes[file] = name
        }
        if classes.count < sample.count {
            throw .notEnough(what: "screened files", found: classes.count, needed: sample.count)
        }
        return SecondPhase(classes, draw: draw, sample: sample, request: state.request)
    }
}

extension StudyState {
    /// The reserve that takes the place of a file: the next in the order of its stratum in its
    /// organisation.
    ///
    /// - Throws: ``StudyError/noReplacement(file:)`` when the file is not in the sample, or the
    ///   second phase was drawn already.
    public func replacement(
        of code: String,
        because reason: String
    ) throws(StudyError) -> Replacement {
        guard let draw else { throw .notDrawn(id: request.id) }
        guard secondPhase == nil, consents[code] == nil,
            let gone = sample.first(where: { $0.code == code })
        else { throw .noReplacement(file: code) }
        let taken = Set(replacements.compactMap(\.by) + replacements.map(\.file))
        let next = draw.files.filter {
            $0.reserve > 0 && $0.organisation == gone.organisation && $0.stratum == gone.stratum
                && !taken.contains($0.code)
        }.min { $0.reserve < $1.reserve }
        return Replacement(file: code, reason: reason, by: next?.code)
    }
}

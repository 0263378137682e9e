public import CaseFileStudies
import Columns
public import Definitions
import SyntheticData

/// *Fictief veldwerk*: plays the organisations, families and coders of a study whose deliveries are
/// fictive, and knows the truth.
///
/// Nothing it writes is about anybody; it exists so that a study can be tried, and its figures held
/// against what is true.
public struct FictiveStudy {
    /// An item that fictive coders cannot agree on.
    public static let hardItem = "acknowledged"
    /// Thousandths of answers that fictive coders get wrong.
    static let mistakes = 30
    /// How many fictive coders there are.
    static let coders = 6

    private let state: StudyState
    private let draw: StudyDraw
    private let frame: CaseFileFrame
    private let instrument: Instrument
    private let seed: UInt64

    /// Creates the play for a study that was drawn.
    ///
    /// - Throws: `StudyError.notDrawn`.
    public init(
        _ state: StudyState,
        frame: CaseFileFrame,
        instrument: Instrument,
        seed: UInt64
    ) throws {
        guard let draw = state.draw else { throw StudyError.notDrawn(id: state.request.id) }
        self.state = state
        self.draw = draw
        self.frame = frame
        self.instrument = instrument
        self.seed = seed
    }

    /// What organisations see at the first look: CSV with `file` and `class`.
    public func screening() -> [UInt8] {
        let item = state.request.screeningItem ?? ""
        return lines("file,class", state.sample) { code, file in
            ["\(code),\(file.answers[item] ?? "none")"]
        }
    }

    /// What families answer: CSV for `study consent`.
    public func consent() -> [UInt8] {
        var band = 0
        return lines("file,age_band,outcome,refused_by,reason", state.asked) { code, file in
            band += 1
            let ages = Consent.AgeBand.allCases
            let age = ages[band % ages.count]
            if file.consents { return ["\(code),\(age.rawValue),given,,"] }
            if band % 3 == 0 { return ["\(code),\(age.rawValue),not-reachable,,moved"] }
            let refuser = age == .from16 ? Consent.Refuser.youth : .parents
            return ["\(code),\(age.rawValue),refused,\(refuser.rawValue),privacy"]
        }
    }

    /// What coders read: CSV for `study code`; a file that is coded twice has two coders, and where
    /// they differ on a choice a third who finds the truth.
    public func codings() -> [UInt8] {
        let asked = state.asked.filter { state.consents[$0.code]?.outcome == .given }
        var number = 0
        return lines("file,coder,round,day,item,value", asked) { code, file in
            number += 1
            let day = "2026-0\(1 + number % 6)-\(10 + number % 18)"
            let isTwice = draw.file(code)?.isCodedTwice ?? false
            var lines: [String] = []
            var readings: [[String: String]] = []
            for (place, round) in ["first", "second"].prefix(isTwice ? 2 : 1).enumerated() {
                let coder = (number + place * 2) % FictiveStudy.coders
                let read = file.reading(
                    of: instrument,
                    by: UInt64(coder + 1),
                    mistakes: FictiveStudy.mistakes,
                    hardItem: FictiveStudy.hardItem
                )
                readings.append(read)
                for item in instrument.items {
                    guard let value = read[item.id] else { continue }
                    lines.append("\(code),C\(coder + 1),\(round),\(day),\(item.id),\(value)")
                }
            }
            return lines
        }
    }

    /// What is true of every file of the frame, by estimate and domain; a share or a mean.
    public func truth() -> [(estimate: String, domain: String, value: Double)] {
        var sums: [String: (sum: Double, files: Double)] = [:]
        for (place, organisation) in frame.organisations.enumerated() {
            for known in organisation.files {
                let file = fictive(known, place)
                let answers = file.answers.mapValues { Coding.Answer(value: $0) }
                let screened = file.answers[state.request.screeningItem ?? ""] ?? "T"
                for estimate in state.request.estimates {
                    let value = EstimateValue(estimate, answers, instrument).number
                    guard let value else { continue }
                    for domain in state.request.domains
                    where (domain.screening.isEmpty || domain.screening.contains(screened))
                        && (domain.referrers.isEmpty || domain.referrers.contains(known.referrer))
                    {
                        let key = "\(estimate.id)|\(domain.id)"
                        let sum = sums[key] ?? (0, 0)
                        sums[key] = (sum.sum + value, sum.files + 1)
                    }
                }
            }
        }
        return state.request.estimates.flatMap { estimate in
            state.request.domains.compactMap { domain in
                sums["\(estimate.id)|\(domain.id)"].map {
                    (estimate.id, domain.id, $0.sum / $0.files)
                }
            }
        }
    }

    private func fictive(_ file: CaseFileFrame.File, _ organisation: Int) -> FictiveCaseFile {
        FictiveCaseFile(
            of: instrument,
            seed: seed,
            key: file.person.high ^ UInt64(organisation) &* 0x9E37_79B9_7F4A_7C15,
            organisation: UInt64(organisation),
            referrer: file.referrer
        )
    }

    private func lines(
        _ header: String,
        _ files: [StudyDraw.File],
        _ line: (String, FictiveCaseFile) -> [String]
    ) -> [UInt8] {
        let places = Dictionary(
            uniqueKeysWithValues: frame.organisations.enumerated().map { ($1.name, $0) }
        )
        var text = header + "\n"
        for file in files {
            let name = draw.organisations[file.organisation].name
            guard let place = places[name] else { continue }
            let known = frame.organisations[place].files[file.place]
            for entry in line(file.code, fictive(known, place)) { text += entry + "\n" }
        }
        return Array(text.utf8)
    }
}

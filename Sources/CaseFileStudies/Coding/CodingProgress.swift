public import Definitions

/// *Voortgang*: how far coding has come.
public struct CodingProgress: Sendable, Equatable {
    /// Files with consent.
    public let toCode: Int
    /// Files with a first reading.
    public let coded: Int
    /// Files with consent that are to be coded twice.
    public let toCodeTwice: Int
    /// Files with two readings.
    public let codedTwice: Int
    /// Files whose readings differ on a choice and that no third has decided, by code.
    public let undecided: [String]
    /// Items that a reading should have answered and did not.
    public let unanswered: Int

    /// Looks at a study.
    public init(_ state: StudyState, _ instrument: Instrument) {
        let files = state.asked.filter { state.consents[$0.code]?.outcome == .given }
        var rounds: [String: [Coding.Round: Coding]] = [:]
        for coding in state.codings { rounds[coding.file, default: [:]][coding.round] = coding }
        toCode = files.count
        coded = files.count { rounds[$0.code]?[.first] != nil }
        toCodeTwice = files.count { $0.isCodedTwice }
        codedTwice = files.count { rounds[$0.code]?[.second] != nil }
        let choices = instrument.items.filter { $0.kind != .continuum }.map(\.id)
        undecided = files.map(\.code).filter { code in
            guard let own = rounds[code], let first = own[.first], let second = own[.second],
                own[.adjudication] == nil
            else { return false }
            return choices.contains { first.answers[$0]?.value != second.answers[$0]?.value }
        }.sorted()
        unanswered = state.codings.filter { $0.round != .adjudication }.reduce(0) { sum, coding in
            sum
                + instrument.items.count {
                    $0.isAsked(after: coding.answers) && coding.answers[$0.id] == nil
                }
        }
    }
}

public import Domain

/// *Privacyregels*: what may be stored, joined, kept and asked, as records.
public struct PrivacyDefinitions: Sendable {
    /// The domains of pseudonyms, in their order.
    public let domains: [PseudonymDomain]
    /// The columns that need no permit, by source.
    public let lawfulFields: [String: LawfulFields]
    /// The items for which no permit can be had, in their order.
    public let rejectedItems: [RejectedItem]
    /// How long records are kept, by source.
    public let retention: [String: RetentionRule]
    /// The numbers of the gate.
    public let permits: PermitRules
    /// The processing register.
    public let register: ProcessingRegister

    /// The domain of a source in a half-year.
    ///
    /// A source without a record is a domain of its own, so that nothing is joined by omission.
    public func domain(of source: String, in period: ReportingPeriod) -> PseudonymDomain {
        domains.first { $0.sources.contains(source) && $0.covers(period) }
            ?? PseudonymDomain(id: source, sources: [source], from: nil, until: nil, reason: nil)
    }
}

/// *Pseudoniemdomein*: where a child has the same pseudonym.
public struct PseudonymDomain: Sendable, Equatable {
    /// The id; a key is derived from it, so that it never changes.
    public let id: String
    /// The sources that are joined; more than one only under a permit.
    public let sources: [String]
    /// The first half-year, or `nil` for from the start.
    public let from: ReportingPeriod?
    /// The last half-year, or `nil` for without end.
    public let until: ReportingPeriod?
    /// Why these belong together.
    public let reason: LocalizedText?

    /// Creates a domain.
    public init(
        id: String,
        sources: [String],
        from: ReportingPeriod?,
        until: ReportingPeriod?,
        reason: LocalizedText?
    ) {
        self.id = id
        self.sources = sources
        self.from = from
        self.until = until
        self.reason = reason
    }

    /// Whether a half-year falls in it.
    public func covers(_ period: ReportingPeriod) -> Bool {
        (from ?? period) <= period && period <= (until ?? period)
    }
}

/// The columns of a source that may be stored without a permit, and the law that says so.
public struct LawfulFields: Sendable {
    /// The source.
    public let source: String
    /// The columns.
    public let columns: Set<String>
    /// The legal ground.
    public let legalGround: LocalizedText
}

/// *Afgewezen item*: something that was weighed and advised against; no permit can be had for it.
public struct RejectedItem: Sendable {
    /// The id, as `reason-at-start`.
    public let id: String
    /// The sources in which it is refused.
    public let sources: [String]
    /// Names of columns under which it would come; `*` stands for any letters.
    public let names: [String]
    /// Words by which it would be asked in an instrument of a study; `*` stands for any letters.
    public let wordings: [String]
    /// What it is.
    public let title: LocalizedText
    /// Why not.
    public let reason: LocalizedText
    /// Where that was reasoned.
    public let reference: String

    /// Whether a column of a source goes by one of the names.
    public func isNamed(_ text: String, in source: String) -> Bool {
        guard sources.contains(source) else { return false }
        return RejectedItem.matches(text, names)
    }

    /// Whether a name, question or answer of an instrument asks for it.
    public func isAsked(in text: String) -> Bool { RejectedItem.matches(text, wordings) }

    private static func matches(_ text: String, _ patterns: [String]) -> Bool {
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }
        let name = Array(words.joined(separator: "_"))
        return patterns.contains { matches(name[...], Array($0)[...]) }
    }

    private static func matches(
        _ text: ArraySlice<Character>,
        _ pattern: ArraySlice<Character>
    ) -> Bool {
        guard let first = pattern.first else { return text.isEmpty }
        if first == "*" {
            return (text.startIndex...text.endIndex).contains {
                matches(text[$0...], pattern.dropFirst())
            }
        }
        return text.first == first && matches(text.dropFirst(), pattern.dropFirst())
    }
}

/// *Bewaartermijn*: how long the records of a half-year are kept.
public struct RetentionRule: Sendable {
    /// The source.
    public let source: String
    /// Whole years after the last day of the half-year.
    public let years: Int
    /// Why so long.
    public let reason: LocalizedText
}

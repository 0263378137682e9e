public import Domain

/// *Codelijst*: the codes a field may hold, each valid in a stretch of years.
public struct CodeList: Sendable {
    /// A code.
    public struct Entry: Sendable {
        /// The code as delivered.
        public let code: String
        /// Its label.
        public let label: LocalizedText
        /// The first calendar year of validity, or `nil` for from the start.
        public let fromYear: Int?
        /// The last calendar year of validity, or `nil` for without end.
        public let untilYear: Int?
        /// Where the code was read.
        public let source: String
        /// Whether the code or its meaning is unverified.
        public let isUncertain: Bool
        /// The group it is counted in, where the list has groups.
        public var group: String?
        /// The first half-year of validity where a change of the list added it.
        public var added: ReportingPeriod?
        /// The first half-year without it where a change of the list removed it.
        public var removed: ReportingPeriod?
        /// Labels it had before a change, each with the first half-year of the next.
        public var formerLabels: [(label: LocalizedText, before: ReportingPeriod)] = []

        /// Whether the code is valid in a half-year.
        public func isValid(in period: ReportingPeriod) -> Bool {
            (fromYear ?? .min) <= period.year && period.year <= (untilYear ?? .max)
                && (added.map { $0 <= period } ?? true) && (removed.map { period < $0 } ?? true)
        }

        /// The label in a half-year.
        public func label(in period: ReportingPeriod) -> LocalizedText {
            formerLabels.first { period < $0.before }?.label ?? label
        }
    }

    /// The id, as `verwijzer`.
    public let id: String
    /// The entries in the order of the list.
    public let entries: [Entry]

    /// The codes valid in a calendar year, in the order of the list.
    public func codes(in year: Int) -> [String] {
        let halves = [ReportingPeriod(ordinal: year * 2), ReportingPeriod(ordinal: year * 2 + 1)]
        return entries.filter { entry in halves.contains(where: entry.isValid) }.map(\.code)
    }

    /// The codes valid in a half-year, in the order of the list.
    public func codes(in period: ReportingPeriod) -> [String] {
        entries.filter { $0.isValid(in: period) }.map(\.code)
    }

    /// The label of a code.
    public func label(of code: String) -> LocalizedText? {
        entries.first { $0.code == code }?.label
    }
}

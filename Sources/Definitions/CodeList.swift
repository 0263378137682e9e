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
    }

    /// The id, as `verwijzer`.
    public let id: String
    /// The entries in the order of the list.
    public let entries: [Entry]

    /// The codes valid in a calendar year, in the order of the list.
    public func codes(in year: Int) -> [String] {
        entries.filter { ($0.fromYear ?? .min) <= year && year <= ($0.untilYear ?? .max) }
            .map(\.code)
    }

    /// The label of a code.
    public func label(of code: String) -> LocalizedText? {
        entries.first { $0.code == code }?.label
    }
}

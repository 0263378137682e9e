/// *Register van bronhouders*: who must deliver which source, from when and till when.
///
/// Without it nobody can say whether figures are complete: a holder that never delivered is not
/// missed. Codes of organisations only.
public struct HolderRegister: Sendable, Equatable {
    /// A holder of a source.
    public struct Entry: Sendable, Equatable {
        /// The source, as `jeugdhulp`.
        public let source: String
        /// The code of the holder.
        public let holder: String
        /// The first half-year that is expected.
        public let from: ReportingPeriod
        /// The last half-year that is expected; `nil` while it goes on.
        public let until: ReportingPeriod?
        /// The holder in which it went up after ``until``.
        public let mergedInto: String?

        /// Creates an entry.
        public init(
            source: String,
            holder: String,
            from: ReportingPeriod,
            until: ReportingPeriod? = nil,
            mergedInto: String? = nil
        ) {
            self.source = source
            self.holder = holder
            self.from = from
            self.until = until
            self.mergedInto = mergedInto
        }

        /// Whether a delivery for a half-year is expected.
        public func expects(_ period: ReportingPeriod) -> Bool {
            from <= period && until.map { period <= $0 } ?? true
        }
    }

    /// The entries, in the order in which they were written down.
    public let entries: [Entry]

    /// Creates a register.
    public init(_ entries: [Entry]) {
        self.entries = entries
    }

    /// Whether anything is known of a source.
    public func knows(_ source: String) -> Bool { entries.contains { $0.source == source } }

    /// The holders of which a delivery is expected for a half-year, in byte order.
    public func expected(_ source: String, _ period: ReportingPeriod) -> [String] {
        Set(entries.filter { $0.source == source && $0.expects(period) }.map(\.holder)).sorted()
    }
}

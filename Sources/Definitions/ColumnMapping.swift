public import Domain

/// *Kolomvertaling*: how a holder's own export is read as a delivery of the protocol.
public struct ColumnMapping: Sendable {
    /// Where the value of a protocol column comes from.
    public enum Origin: Sendable, Equatable {
        /// A column of the export, by its name there.
        case column(String)
        /// The same text in every row.
        case value(String)
    }

    /// A column of the protocol.
    public struct Column: Sendable {
        /// The protocol name.
        public let name: String
        /// Where its value comes from.
        public let origin: Origin
        /// Codes of the export with the codes they are read as; `nil` to keep them as they are.
        ///
        /// A code that is not among them becomes one that no list has, so that it is found.
        public let codes: [String: String]?
        /// How dates are written, for a column with dates.
        public let dateFormat: DateFormat?
    }

    /// The id, as `voorbeeld-export`.
    public let id: String
    /// The source it becomes.
    public let source: String
    /// The name for people.
    public let title: LocalizedText
    /// The columns in the order in which they are written.
    public let columns: [Column]
}

extension ColumnMapping {
    /// How a date is written: day, month and year with signs between them, as `DD-MM-JJJJ`.
    public struct DateFormat: Sendable, Equatable {
        /// A part of a date.
        public enum Part: Sendable, Equatable {
            /// Four digits.
            case year
            /// Two digits, or one where `isShort`.
            case month(isShort: Bool)
            /// Two digits, or one where `isShort`.
            case day(isShort: Bool)
            /// A sign that must stand there.
            case sign(UInt8)
        }

        /// The parts in their order.
        public let parts: [Part]

        /// Reads a pattern of `JJJJ`, `MM` or `M`, `DD` or `D`, each once, and signs.
        ///
        /// `nil` when the pattern is none; short forms take one or two digits.
        public init?(_ pattern: String) {
            var parts: [Part] = []
            var rest = Array(pattern.utf8)[...]
            while let first = rest.first {
                let length = rest.prefix { $0 == first }.count
                switch (first, length) {
                case (UInt8(ascii: "J"), 4): parts.append(.year)
                case (UInt8(ascii: "M"), 1...2): parts.append(.month(isShort: length == 1))
                case (UInt8(ascii: "D"), 1...2): parts.append(.day(isShort: length == 1))
                case (0x20...0x2F, _), (0x3A...0x3F, _):
                    parts += Array(repeating: .sign(first), count: length)
                default: return nil
                }
                rest = rest.dropFirst(length)
            }
            guard parts.count(where: { $0 == .year }) == 1,
                parts.count(where: { if case .month = $0 { true } else { false } }) == 1,
                parts.count(where: { if case .day = $0 { true } else { false } }) == 1
            else { return nil }
            self.parts = parts
        }
    }
}

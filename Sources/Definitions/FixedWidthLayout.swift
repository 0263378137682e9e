public import Domain

/// *Recordindeling*: where the fields of a fixed-width line stand.
public struct FixedWidthLayout: Sendable {
    /// A field of the line.
    public struct Field: Sendable, Equatable {
        /// The protocol name of the column it fills.
        public let column: String
        /// The place of its first byte, from 1.
        public let from: Int
        /// How many bytes it has.
        public let width: Int
    }

    /// The id, as `voorbeeld-jeugdhulp`.
    public let id: String
    /// The source it carries.
    public let source: String
    /// Whether it is an example, not the layout of a protocol.
    public let isExample: Bool
    /// The name for people.
    public let title: LocalizedText
    /// Where the positions come from.
    public let reference: LocalizedText
    /// The bytes of a line, without its end.
    public let width: Int
    /// The fields in the order of the line.
    public let fields: [Field]
}

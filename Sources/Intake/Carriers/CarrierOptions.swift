public import Definitions

/// How files that are not in the form of the protocol are read.
public struct CarrierOptions: Sendable {
    /// The layout of lines with fields on fixed places.
    public var layout: FixedWidthLayout?
    /// The mapping of a holder's own export.
    public var mapping: ColumnMapping?

    /// Creates options: by default files are in the form of the protocol.
    public init(layout: FixedWidthLayout? = nil, mapping: ColumnMapping? = nil) {
        self.layout = layout
        self.mapping = mapping
    }

    /// The source that layout or mapping speaks of.
    public var source: String? { mapping?.source ?? layout?.source }
}

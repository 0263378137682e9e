/// *Uitgebrachte tabel*: a table that was released, as the ledger keeps it.
public struct LedgerTable: Sendable, Equatable {
    /// The place in the ledger, from 1.
    public let number: Int
    /// What the figures mean: indicator and version of its definition.
    public let meaning: String
    /// The SHA-256 of the record of the definition.
    public let definition: String
    /// The period.
    public let period: String
    /// The vintage of this meaning and period, from 1.
    public let vintage: Int
    /// The SHA-256 of the deliveries that it was counted from.
    public let inputs: String
    /// The cells, in the form of whoever wrote them.
    public let cells: [UInt8]
}

/// A table that is about to be added to the ledger.
public struct NewLedgerTable: Sendable {
    /// What the figures mean: indicator and version of its definition.
    public let meaning: String
    /// The SHA-256 of the record of the definition.
    public let definition: String
    /// The period.
    public let period: String
    /// The SHA-256 of the deliveries that it was counted from.
    public let inputs: String
    /// The cells.
    public let cells: [UInt8]

    /// Creates a table for the ledger.
    public init(
        meaning: String,
        definition: String,
        period: String,
        inputs: String,
        cells: [UInt8]
    ) {
        self.meaning = meaning
        self.definition = definition
        self.period = period
        self.inputs = inputs
        self.cells = cells
    }
}

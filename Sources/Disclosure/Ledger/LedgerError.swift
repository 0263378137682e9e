/// Why a ledger cannot be used.
public enum LedgerError: Error, Equatable, Sendable {
    /// From this line on the ledger is not as it was written.
    case damaged(path: String, line: Int)
    /// A field that cannot stand in a ledger: empty, or with a comma or line end.
    case unwritable(field: String)
    /// An earlier release that cannot be read with the hierarchy of this one.
    case unreadable(vintage: Int, reason: TableError)
}

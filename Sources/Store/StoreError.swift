import GRDB

/// What is wrong with a store.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no store at the path.
    case missing(path: String)
    /// The store cannot be opened or made; what the system says.
    case cannotOpen(path: String, reason: String)
    /// The file is something else.
    case notAStore(path: String)
    /// The store was made by a newer version of the product.
    case newer(path: String, found: Int, supported: Int)
    /// Another process is taking deliveries in.
    case busy(path: String)
    /// The disk is full.
    case full(path: String)
    /// The store cannot be written; what the system says.
    case unwritable(path: String, reason: String)
    /// The database file is damaged.
    case damaged(path: String, reason: String)
    /// A sealed chunk was changed, swapped or cut.
    case damagedChunk(segment: Int64, column: String, part: Int)

    init(_ error: DatabaseError, path: String) {
        let reason = error.message ?? error.resultCode.description
        switch error.resultCode {
        case .SQLITE_FULL: self = .full(path: path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy(path: path)
        case .SQLITE_NOTADB: self = .notAStore(path: path)
        case .SQLITE_CORRUPT: self = .damaged(path: path, reason: reason)
        case .SQLITE_READONLY, .SQLITE_PERM, .SQLITE_IOERR:
            self = .unwritable(path: path, reason: reason)
        default: self = .cannotOpen(path: path, reason: reason)
        }
    }
}

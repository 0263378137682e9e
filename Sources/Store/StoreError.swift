import GRDB

/// What is wrong with a store.
public enum StoreError: Error, Equatable, Sendable {
    /// There is no store at the path.
    case missing(path: String)
    /// The store cannot be opened or made; what the system says.
    case cannotOpen(path: String, reason: String)
    /// There is a file already where one was to be written.
    case exists(path: String)
    /// The file is something else.
    case notAStore(path: String)
    /// The store was made by a newer version of the product.
    case newer(path: String, found: Int, supported: Int)
    /// The store was made by an older version of the product, in a form no longer read.
    case older(path: String, found: Int, supported: Int)
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
    /// What is written down about a delivery is not what was sealed; the fields that differ, or
    /// `seal` when the sealed copy itself was changed.
    case alteredDelivery(id: Int64, fields: [String])
    /// A delivery that was taken in is not there any more.
    case missingDelivery(id: Int64)
    /// What is written down about a segment is not what was sealed; the fields that differ, or
    /// `seal` when the sealed copy and the key with it were changed.
    case alteredSegment(id: Int64, fields: [String])

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

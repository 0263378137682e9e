/// Why a published database was not written or not opened.
public enum PublicationError: Error, Equatable, Sendable {
    /// The place cannot be written: no such folder, no right, or a full disk.
    case cannotWrite(path: String, reason: String)
    /// There is no published database at the place.
    case notFound(path: String)
    /// The file is not a published database, or is damaged.
    case notADatabase(path: String, reason: String)
    /// The file was made by another version of this program.
    case otherVersion(path: String, found: String, expected: String)
    /// A file of the definitions cannot be read.
    case cannotRead(path: String)
    /// Two tables hold the same indicator for the same period.
    case tableTwice(indicator: String, period: String)
}

extension PublicationError: CustomStringConvertible {
    /// The error in one line: where, what was found and what to do.
    public var description: String {
        switch self {
        case .cannotWrite(let path, let reason):
            "\(path): cannot be written (\(reason)). "
                + "Choose a folder that exists, may be written and has room."
        case .notFound(let path):
            "\(path): there is no published database. Make one with `ijkpunt publish`."
        case .notADatabase(let path, let reason):
            "\(path): is not a published database (\(reason)). Publish again."
        case .otherVersion(let path, let found, let expected):
            "\(path): made in form \(found), this program reads form \(expected). Publish again."
        case .cannotRead(let path):
            "\(path): cannot be read. Make the definitions readable for whoever publishes."
        case .tableTwice(let indicator, let period):
            "\(indicator) \(period): given twice; publish each table once."
        }
    }
}

public import Columns

/// A delivery that could not be read at all.
public struct DeliveryError: Error, Equatable, Sendable {
    /// The path as given.
    public let path: String
    /// What stood in the way.
    public let cause: PieceError

    /// Creates an error.
    public init(path: String, cause: PieceError) {
        self.path = path
        self.cause = cause
    }
}

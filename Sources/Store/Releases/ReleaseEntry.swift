public import Domain

/// *Regel van de vrijgavekamer*: something that was written down about a submission, sealed and
/// never changed.
public struct ReleaseEntry: Sendable, Equatable {
    /// The place in the room, from 1.
    public let number: Int
    /// The submission, from 1.
    public let submission: Int
    /// What it is: a submission, a comment, a vote, a release or a withdrawal.
    public let kind: String
    /// When it was written.
    public let at: UTCInstant
    /// What it says.
    public let content: [UInt8]
}

public import Domain

/// *Zorg voor codeurs*: how long somebody reads on end, who is there for them, and what to do when
/// a file shows that somebody is in danger now.
public struct EntryCare: Sendable, Equatable {
    /// Minutes after which the form asks for a break.
    public let sessionMinutes: Int
    /// How long the break is, in minutes; the form takes no answers during it.
    public let breakMinutes: Int
    /// What to do about acute danger, step by step.
    public let danger: [LocalizedText]
    /// Whom a coder can turn to; filled in by whoever runs the study.
    public let support: LocalizedText
    /// Why so.
    public let reason: LocalizedText
}

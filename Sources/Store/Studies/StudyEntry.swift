public import Domain

/// *Onderzoeksregel*: something that was written down about a study, sealed and never changed.
public struct StudyEntry: Sendable, Equatable {
    /// The place in the store, from 1.
    public let number: Int
    /// The study.
    public let study: String
    /// What it is: a plan, a draw, a coding.
    public let kind: String
    /// The study code of the case file it is about; `nil` when it is about the study.
    public let subject: String?
    /// When it was written.
    public let at: UTCInstant
    /// What it says.
    public let content: [UInt8]
}

/// What is to be written down about a study.
public struct NewStudyEntry: Sendable {
    /// What it is.
    public let kind: String
    /// The study code of the case file it is about.
    public let subject: String?
    /// What it says.
    public let content: [UInt8]

    /// Creates an entry.
    public init(kind: String, subject: String? = nil, content: [UInt8]) {
        self.kind = kind
        self.subject = subject
        self.content = content
    }
}

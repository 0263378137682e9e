public import Domain

/// *Verwerkingsregister*: what is processed, for what and by whom (AVG, article 30).
public struct ProcessingRegister: Sendable {
    /// Something that is done with personal data.
    public struct Activity: Sendable {
        /// The id.
        public let id: String
        /// What is done.
        public let title: LocalizedText
        /// What for.
        public let purpose: LocalizedText
        /// Whose data.
        public let subjects: LocalizedText
        /// Which data.
        public let data: LocalizedText
        /// Who gets them.
        public let recipients: LocalizedText
        /// How they are protected.
        public let safeguards: LocalizedText
    }

    /// Somebody who processes for the controller.
    public struct Processor: Sendable {
        /// The id.
        public let id: String
        /// Who.
        public let title: LocalizedText
        /// What they do.
        public let task: LocalizedText
        /// The agreement with them.
        public let agreement: LocalizedText
    }

    /// The controller.
    public let controller: LocalizedText
    /// How to reach them.
    public let contact: LocalizedText
    /// What is done.
    public let activities: [Activity]
    /// Who processes for them.
    public let processors: [Processor]
}

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

/// *Rij van het afwegingskader*: one way to measure, with how the report of May 2020 weighed it.
public struct WeighingRow: Sendable {
    /// The number, 1 to 22.
    public let number: Int
    /// What is measured, in the words of the report.
    public let indicator: String
    /// The marks `+`, `o` or `-`: existing measurement, technically possible, practically feasible,
    /// meaningful, linkage possible.
    public let marks: [String]
    /// On which aspect it informs.
    public let aspect: String
    /// The advice before discussion: `+`, `o`, `-` or `diepteonderzoek`.
    public let preliminaryAdvice: String
    /// The advice, as published.
    public let advice: String
    /// Remarks.
    public let remarks: String

    /// Whether the report did not advise against it: a lighter way, to be weighed first.
    public var isAdvised: Bool { preliminaryAdvice != "-" || advice != "-" }
}

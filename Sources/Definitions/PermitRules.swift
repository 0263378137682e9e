public import Domain

/// The numbers of the proportionality gate.
public struct PermitRules: Sendable {
    /// Letters below which an answer in a request is no answer.
    public let shortestText: Int
    /// Months after which a permit has to be asked for again.
    public let longestMonths: Int
    /// How many persons approve.
    public let approvers: Int
    /// How many persons at least share a combination of quasi-identifiers.
    public let smallestClass: Int
    /// Why these.
    public let reason: LocalizedText
}

/// *Aanvraag*: what somebody asks the gate for, with every weighing in its own words.
public struct PermitRequest: Sendable, Equatable {
    /// What is asked for.
    public enum Kind: String, CaseIterable, Sendable {
        /// Joining sources on pseudonyms.
        case linkage
        /// Storing a column that the law does not have delivered already.
        case field
        /// Running an indicator that needs either.
        case indicator
        /// Joining records without a number by resemblance.
        case probabilisticLinkage = "probabilistic-linkage"
    }

    /// A lighter way of the weighing framework, and why it does not do.
    public struct Alternative: Sendable, Equatable {
        /// The row of the framework.
        public let row: Int
        /// Why it does not do.
        public let whyNot: String
    }

    /// What is asked for.
    public let kind: Kind
    /// What for.
    public let purpose: String
    /// The legal ground.
    public let legalGround: String
    /// The data elements, as `source.column`.
    public let elements: [String]
    /// The sources.
    public let sources: [String]
    /// The indicators that need it; none for a permit that is for no indicator.
    public let indicators: [String]
    /// The first half-year.
    public let from: ReportingPeriod
    /// The last half-year.
    public let until: ReportingPeriod
    /// Years that records are kept for it.
    public let retentionYears: Int
    /// The last day on which it holds.
    public let expires: CalendarDay
    /// The weighings and burdens, by name: see ``wordings``.
    public let answers: [String: String]
    /// The lighter ways considered.
    public let alternatives: [Alternative]

    /// What has to be answered, each in its own words: *doelmatigheid*, *proportionaliteit*,
    /// *subsidiariteit*, and the burden on child and parents: stigma, access to help and right of
    /// inspection.
    public static let wordings = [
        "effectiveness", "proportionality", "subsidiarity", "stigma", "access-to-help",
        "right-of-inspection",
    ]
}

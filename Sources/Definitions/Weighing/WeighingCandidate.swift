public import Domain

/// *Kandidaat*: something that could be measured, with what it would show and what is done with it.
public struct WeighingCandidate: Sendable {
    /// What is done with it.
    public enum Verdict: String, CaseIterable, Sendable {
        /// Counted by indicators, or shown as the series of its publisher.
        case collected
        /// Looked at in a study by sample.
        case study
        /// Asked of organisations in the quality framework.
        case qualityFramework = "quality-framework"
        /// Followed in the register of campaigns.
        case campaignRegister = "campaign-register"
        /// Figures of others that stand beside the monitor as context.
        case published
        /// Later, when something has been settled first.
        case notYet = "not-yet"
        /// Not collected.
        case notCollected = "not-collected"
    }

    /// The id, as `child-protection`.
    public let id: String
    /// The row of the framework, or `nil` when the report named but did not score it.
    public let row: Int?
    /// What it is.
    public let title: LocalizedText
    /// On which aspect it informs.
    public let aspect: LocalizedText
    /// The remarks of the report; every row has them.
    public let remarks: LocalizedText?
    /// What it would show.
    public let shows: LocalizedText
    /// What is done with it.
    public let verdict: Verdict
    /// Why that.
    public let reason: LocalizedText
    /// Why the published advice is another than that of the rule; there exactly when it is.
    public let difference: LocalizedText?
    /// Indicators that may stand on the row although it was advised against, because its remarks
    /// except them.
    public let exceptions: [String]
    /// Why those; there exactly when there are any.
    public let exceptionReason: LocalizedText?
    /// Published series that show it.
    public let series: [String]
    /// Items of an instrument that look at it in a study by sample; there exactly when the verdict
    /// is ``Verdict/study``.
    public let studyItems: [String]
    /// The row whose evidence of the visibility bench holds for it too; only without a row of its
    /// own.
    public let evidenceRow: Int?
    /// Items of the privacy rules for which no permit can be had because of it.
    public let rejected: [String]
    /// Where the report speaks of it.
    public let reference: String
}

/// What keeps a cohort from going on.
public enum CohortError: Error, Equatable, Sendable {
    /// There is no cohort of this name.
    case unknown(id: String, known: [String])
    /// Reports have entered, so that the plan cannot change any more.
    case alreadyEnrolled(id: String)
    /// Nobody has entered yet.
    case notEnrolled(id: String)
    /// A questionnaire is not the one the cohort began with.
    case questionnaireChanged(id: String, questionnaire: String)
    /// Somebody else wrote to the cohort in the meantime.
    case overtaken(id: String)
    /// There is no participant of this code.
    case unknownParticipant(id: String, participant: String)
}

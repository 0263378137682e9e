public import Definitions

/// *Stand van een cohort*: everything that was written down about it, put together.
public struct CohortState: Sendable {
    /// The plan.
    public let request: CohortRequest
    /// The questionnaires of the plan, by id.
    public let questionnaires: [String: Questionnaire]
    /// Who entered, by code.
    public internal(set) var participants: [Participant]
    /// The seed of the order, once somebody entered.
    public internal(set) var seed: String?
    /// The answers on taking part, by participant.
    public internal(set) var contacts: [String: SafeContact]
    /// The measurements, in the order in which they came in.
    public internal(set) var measurements: [Measurement]
    /// The codes of those who were erased.
    public internal(set) var erased: Set<String> = []
    /// The number of the last entry.
    public let last: Int

    /// Creates a state.
    public init(
        request: CohortRequest,
        questionnaires: [String: Questionnaire],
        participants: [Participant] = [],
        seed: String? = nil,
        contacts: [String: SafeContact] = [:],
        measurements: [Measurement] = [],
        last: Int = 0
    ) {
        self.request = request
        self.questionnaires = questionnaires
        self.participants = participants
        self.seed = seed
        self.contacts = contacts
        self.measurements = measurements
        self.last = last
    }

    /// Those who take part, by code: consent was given and not withdrawn.
    public var members: [Participant] {
        participants.filter { contacts[$0.code]?.outcome == .given }
    }

    /// The measurements of members by participant, in a wave.
    public func measured(in wave: String) -> [String: Measurement] {
        var found: [String: Measurement] = [:]
        for measurement in measurements
        where measurement.wave == wave && contacts[measurement.participant]?.outcome == .given {
            found[measurement.participant] = measurement
        }
        return found
    }
}

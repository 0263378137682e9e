/// *Veilig contact*: how a participant may be reached, who decides for the child, and who agreed.
///
/// There is no address, number or name here: the organisation has those.
public struct SafeContact: Codable, Sendable, Equatable {
    /// Who has to agree, by age: under 12 who has authority, 12–15 both, from 16 the youth.
    public enum AgeBand: String, Codable, CaseIterable, Sendable {
        /// Who has authority.
        case under12 = "under-12"
        /// Who has authority, and the youth.
        case from12To15 = "12-15"
        /// The youth.
        case from16 = "16-plus"
    }

    /// Who represents the child by law.
    public enum Representative: String, Codable, CaseIterable, Sendable {
        /// One or both parents.
        case parents
        /// A certified institution as guardian.
        case institution
        /// A guardian who is a natural person.
        case guardian
    }

    /// Which parent is accused of violence in the report.
    public enum Accused: String, Codable, CaseIterable, Sendable {
        /// Neither.
        case neither = "none"
        /// The first parent.
        case first = "parent-1"
        /// The second parent.
        case second = "parent-2"
        /// Both.
        case both
        /// It is not known.
        case unknown
    }

    /// Whether somebody may read along with what is sent.
    public enum ReadingAlong: String, Codable, CaseIterable, Sendable {
        /// Somebody may.
        case yes
        /// Nobody, as far as is known.
        case no
        /// It is not known.
        case unknown
    }

    /// How the participant is reached.
    public enum Channel: String, Codable, CaseIterable, Sendable {
        /// In person, at a safe place.
        case visit
        /// By telephone, at a time agreed on.
        case phone
        /// By letter.
        case letter
        /// By electronic mail or a message.
        case message
    }

    /// Who agreed.
    public enum Consenter: String, Codable, CaseIterable, Sendable {
        /// The first parent.
        case first = "parent-1"
        /// The second parent.
        case second = "parent-2"
        /// The institution as guardian.
        case institution
        /// The guardian.
        case guardian
        /// The youth.
        case youth
    }

    /// The answer.
    public enum Outcome: String, Codable, CaseIterable, Sendable {
        /// Everyone who has to agree did.
        case given
        /// Somebody refused.
        case refused
        /// Given, and taken back later.
        case withdrawn
        /// Asked, and nobody answered.
        case notReachable = "not-reachable"
        /// Not asked, because asking could endanger somebody.
        case notSafe = "not-safe"
    }

    /// The participant.
    public let participant: String
    /// The age band on the day of asking.
    public let ageBand: AgeBand
    /// Who represents the child.
    public let representative: Representative
    /// Which parent is accused.
    public let accused: Accused
    /// Whether somebody may read along.
    public let readingAlong: ReadingAlong
    /// How the participant is reached.
    public let channel: Channel
    /// Whether the child is heard apart from its parents.
    public let isHeardApart: Bool
    /// Who agreed.
    public let consenters: [Consenter]
    /// The answer.
    public let outcome: Outcome

    /// Creates an answer.
    public init(
        participant: String,
        ageBand: AgeBand,
        representative: Representative,
        accused: Accused,
        readingAlong: ReadingAlong,
        channel: Channel,
        isHeardApart: Bool,
        consenters: [Consenter],
        outcome: Outcome
    ) {
        self.participant = participant
        self.ageBand = ageBand
        self.representative = representative
        self.accused = accused
        self.readingAlong = readingAlong
        self.channel = channel
        self.isHeardApart = isHeardApart
        self.consenters = consenters
        self.outcome = outcome
    }
}

public import Domain

/// *Indeling*: an ordering of concepts by somebody, in a version, with its source.
public struct Taxonomy: Sendable {
    /// What an ordering is about.
    public enum Subject: String, CaseIterable, Sendable {
        /// Forms of violence.
        case violence
        /// Where it happens.
        case setting
        /// How soon to intervene.
        case safety
        /// How grave it is.
        case severity
        /// Forms of help.
        case help
        /// What makes help work, or not.
        case elements
        /// Questionnaires.
        case instruments
        /// Complaints that may follow.
        case complaints
        /// Families.
        case profiles
        /// Questions of judgement.
        case judgement
        /// Systems of terms.
        case terminology
    }

    /// The id, as `nji`.
    public let id: String
    /// The name.
    public let title: LocalizedText
    /// What it is about.
    public let subject: Subject
    /// The version, as its source names it.
    public let version: String
    /// The source.
    public let source: String
    /// Where the report speaks of it.
    public let reference: String
    /// The first half-year in which it is in use, or `nil` when that is not said.
    public let from: ReportingPeriod?
    /// The last half-year in which it is in use, or `nil` for without end.
    public let until: ReportingPeriod?
    /// What must be known about it.
    public let note: LocalizedText?
    /// Under which licence its codes may be taken in.
    public let licence: LocalizedText?
    /// The concepts, in the order of the source; none where only the place for them is kept.
    public let concepts: [Concept]

    /// A taxonomy of bare concepts, for tests.
    package init(id: String, title: LocalizedText, subject: Subject, concepts names: [String]) {
        self.init(
            id: id,
            title: title,
            subject: subject,
            version: "1",
            source: id,
            reference: id,
            from: nil,
            until: nil,
            note: nil,
            licence: nil,
            concepts: names.map {
                Concept(
                    id: $0,
                    title: LocalizedText(nl: $0, en: $0),
                    within: nil,
                    isUncertain: false,
                    until: nil,
                    recognition: nil,
                    recognisedUntil: nil
                )
            }
        )
    }

    init(
        id: String,
        title: LocalizedText,
        subject: Subject,
        version: String,
        source: String,
        reference: String,
        from: ReportingPeriod?,
        until: ReportingPeriod?,
        note: LocalizedText?,
        licence: LocalizedText?,
        concepts: [Concept]
    ) {
        self.id = id
        self.title = title
        self.subject = subject
        self.version = version
        self.source = source
        self.reference = reference
        self.from = from
        self.until = until
        self.note = note
        self.licence = licence
        self.concepts = concepts
    }

    /// The concept with an id.
    public func concept(_ id: String) -> Concept? {
        concepts.first { $0.id == id }
    }
}

/// *Begrip*: one concept of a taxonomy.
public struct Concept: Sendable {
    /// *Erkenning*: how far an intervention is recognised, as the source says.
    public enum Recognition: String, CaseIterable, Sendable {
        /// *Goed onderbouwd*.
        case wellFounded = "well-founded"
        /// *Effectief volgens eerste aanwijzingen*.
        case firstIndications = "first-indications"
        /// *Effectief volgens goede aanwijzingen*.
        case goodIndications = "good-indications"
        /// The recognition has lapsed.
        case lapsed
        /// The recognition is in preparation.
        case inPreparation = "in-preparation"
    }

    /// The code or id, as `Z16.01`.
    public let id: String
    /// The name.
    public let title: LocalizedText
    /// The concept it lies within, or `nil`.
    public let within: String?
    /// Whether the source was not verified.
    public let isUncertain: Bool
    /// The last half-year in which the code is in use, or `nil` for without end.
    public let until: ReportingPeriod?
    /// How far it is recognised; interventions only.
    public let recognition: Recognition?
    /// The last day of the recognition, when it is known.
    public let recognisedUntil: CalendarDay?
}

public import Domain

/// *Zichtbaarheidsbank*: what a simulated country is made of, and how it is looked at.
///
/// Every number is a record with its source.
public struct SimulationDefinitions: Sendable {
    /// A number of the world.
    public struct Parameter: Sendable, Equatable {
        /// The id, as `repeat.family`.
        public let id: String
        /// The number: a chance, or a factor.
        public var value: Double
        /// What it means.
        public let meaning: String
        /// Where it is from; `assumed` where nobody knows.
        public let source: String
        /// How sure it is.
        public let certainty: Certainty
    }

    /// Something that happens to a child in a half-year and can be observed.
    public enum Event: String, CaseIterable, Sendable {
        /// Violence.
        case violence
        /// A request for advice.
        case advice
        /// A report to Veilig Thuis.
        case report
        /// A protection measure.
        case measure
        /// A referral by a certified institution.
        case referral
        /// The start of help.
        case helpStart = "help-start"
        /// A diagnosis.
        case diagnosis
        /// Trauma treatment.
        case treatment
        /// A safety plan.
        case safetyPlan = "safety-plan"
        /// A registration at a Sexual Assault Centre.
        case csg
        /// A visit to a general practitioner.
        case practitioner = "gp"
        /// Nothing of the child: the measurement does not see violence.
        case none
    }

    /// How a candidate is observed.
    public enum Observation: Sendable, Equatable {
        /// Records of an event are counted.
        ///
        /// - `probability`: records for each event.
        /// - `background`: records per child and half-year that are about something else.
        /// - `wobble`: how far the background moves by itself, as a share.
        case count(probability: Double, background: Double, wobble: Double)
        /// Children of whom the event was recorded are drawn, and it is read whether violence came
        /// back: in the next half-year for a sample, within three half-years for a cohort.
        case sample(
            size: Int,
            participation: Double,
            participationViolent: Double,
            sensitivity: Double,
            falsePositive: Double,
            isCohort: Bool
        )
    }

    /// A way to look at the world.
    public struct Measurement: Sendable, Equatable {
        /// The row of the weighing framework; 0 for the cohort, which has none.
        public let row: Int
        /// What is looked at.
        public let event: Event
        /// Whether only sexual violence is.
        public let onlySexual: Bool
        /// How.
        public let observation: Observation
        /// On what that stands.
        public let basis: String

        package init(
            row: Int,
            event: Event,
            onlySexual: Bool,
            observation: Observation,
            basis: String
        ) {
            self.row = row
            self.event = event
            self.onlySexual = onlySexual
            self.observation = observation
            self.basis = basis
        }
    }

    /// A truth of the world that a measure is about.
    public enum Target: String, CaseIterable, Sendable {
        /// Violence again, of those with violence in the half-year before.
        case `repeat`
        /// Suspicion, of those with violence.
        case signalled
        /// The child tells, of those with violence.
        case disclosed
        /// Trauma treatment, of those with complaints in help.
        case treated
        /// Children with violence, of all.
        case violence
    }

    /// *Maatregel*: what changes from the end of the baseline on.
    public struct Scenario: Sendable, Equatable {
        /// The id, as `less-repeat`.
        public let id: String
        /// What it is.
        public let title: LocalizedText
        /// The truth it is about.
        public let target: Target
        /// Factors on parameters, by id.
        public let factors: [String: Double]
        /// The factor on what is recorded, while the world stays as it is.
        public let registration: Double

        package init(
            id: String,
            title: LocalizedText,
            target: Target,
            factors: [String: Double],
            registration: Double
        ) {
            self.id = id
            self.title = title
            self.target = target
            self.factors = factors
            self.registration = registration
        }
    }

    /// Sizes and limits.
    public struct Settings: Sendable, Equatable {
        /// Children in the country.
        public var children: Int
        /// Half-years before anything is looked at.
        public var burnIn: Int
        /// Half-years before the change.
        public var baseline: Int
        /// Half-years after it.
        public var followUp: Int
        /// The chance of an alarm within the follow-up when nothing has changed.
        public var falseAlarms: Double
        /// The power from which an interval is called adequate.
        public var adequatePower: Double
    }

    /// The parameters, in the order of the record.
    public package(set) var parameters: [Parameter]
    /// The measurements, in the order of the record.
    public package(set) var measurements: [Measurement]
    /// The scenarios, in the order of the record.
    public package(set) var scenarios: [Scenario]
    /// Sizes and limits.
    public var settings: Settings
    /// What the records are known by: another fingerprint, other records.
    public let fingerprint: String

    package init(
        parameters: [Parameter],
        measurements: [Measurement],
        scenarios: [Scenario],
        settings: Settings,
        fingerprint: String
    ) {
        self.fingerprint = fingerprint
        self.parameters = parameters
        self.measurements = measurements
        self.scenarios = scenarios
        self.settings = settings
    }

    /// The ids that the simulation needs.
    public static let needed = [
        "onset.physical", "onset.neglect", "onset.psychological", "onset.sexual-family",
        "onset.sexual-other", "repeat.family", "repeat.other", "relapse", "help-effect",
        "suspicion", "disclosure", "advice", "report", "measure", "referral", "help.reported",
        "help.suspected", "help.end", "complaint", "diagnosis", "treatment", "treatment-effect",
        "safety-plan", "csg.family", "csg.other", "gp",
    ]
}

public import Domain

/// *Indicator*: what is counted, exactly, and what one can do with it.
///
/// The same record runs on the embedded engine and is explained to people. One without a required
/// part does not load.
public struct IndicatorDefinition: Sendable {
    /// Which records, trajectories or persons are counted.
    public enum Population: String, Sendable, CaseIterable {
        /// Trajectories that ran in the period.
        case running
        /// Trajectories that started in the period.
        case started
        /// Trajectories that ended in the period.
        case ended
        /// Measures on the balance of the period: stock, inflow, outflow, transfers.
        case balance
        /// Persons with a measure in the period.
        case withMeasure = "with-measure"
        /// Measures that began in the period.
        case measuresStarted = "measures-started"
        /// Measures that ended in the period.
        case measuresEnded = "measures-ended"
        /// Persons who had help and a measure on the same day of the period; needs a second source.
        case withBoth = "with-both-sources"
        /// Advices, reports and cases received by Veilig Thuis in the period.
        case reportsReceived = "reports-received"
        /// Reports received in the period against the term for their assessment, and services that
        /// ended in it against theirs.
        case reportTerms = "report-terms"
        /// Reports assessed on safety in the period.
        case reportsAssessed = "reports-assessed"
        /// Investigations of Veilig Thuis that ended in the period.
        case investigationsEnded = "investigations-ended"
        /// Reports with which Veilig Thuis was done in the period.
        case reportsClosed = "reports-closed"
        /// Minors registered by a Centrum Seksueel Geweld in the period.
        case minorsRegistered = "minors-registered"
        /// Children known through a source in a calendar year.
        case knownChildren = "known-children"
        /// Children with a report to Veilig Thuis in the period, followed in the second source.
        case childrenReported = "children-reported"
        /// Minors who came to a Centrum Seksueel Geweld in the period, followed in the second source.
        case minorsInContact = "minors-in-contact"
        /// Children known through any of several linked sources in a calendar year.
        case childrenLinked = "children-linked"
    }

    /// What a cell counts, and under which condition.
    public struct Measure: Sendable {
        /// The kinds of figure the engine knows.
        public enum Kind: String, Sendable, CaseIterable {
            /// Distinct trajectories of the population.
            case trajectories
            /// Distinct youths.
            case youths
            /// Records without a person, on `nl` only.
            case recordsWithoutPerson = "records-without-person"
            /// Started trajectories after earlier help.
            case repeatUse = "repeat"
            /// Started trajectories without a person.
            case repeatUnknown = "repeat-unknown"
            /// Mean of days, one decimal, half up.
            case meanDays = "mean-days"
            /// Median of days, one decimal, half up.
            case medianDays = "median-days"
            /// Opening stock of measures.
            case opening
            /// Inflow of measures.
            case inflow
            /// Taken over from another institution.
            case transferIn = "transfer-in"
            /// Outflow of measures.
            case outflow
            /// Handed over to another institution.
            case transferOut = "transfer-out"
            /// Closing stock of measures.
            case closing
            /// Population from a table.
            case population
            /// Youths per 1 000 of the population, one decimal, half up.
            case perThousand = "per-1000"
            /// Ended trajectories whose person starts nothing until the end of the next period.
            case noNewStart = "no-new-start"
            /// Ended trajectories without a person, of which a new start cannot be known.
            case noNewStartUnknown = "no-new-start-unknown"
            /// Ended trajectories with a mark for satisfaction.
            case satisfactionKnown = "satisfaction-known"
            /// Mean of the marks for satisfaction, one decimal, half up.
            case meanSatisfaction = "mean-satisfaction"
            /// Ended trajectories with an answer on going on without help; with ``answers`` only
            /// with these.
            case withoutHelp = "without-help"
            /// One count of the indicator in per cent of another, one decimal, half up.
            case percent
            /// The same, with each group brought to the ages of all of them together.
            case ageStandardised = "age-standardised"
            /// Advices of Veilig Thuis.
            case advices
            /// Reports to Veilig Thuis.
            case reports
            /// Reports, without those passed on by another organisation of Veilig Thuis.
            case reportsOnce = "reports-once"
            /// Reports passed on by another organisation of Veilig Thuis.
            case reportsPassedOn = "reports-passed-on"
            /// Cases with a report.
            case cases
            /// Reports without a number of a case.
            case reportsWithoutCase = "reports-without-case"
            /// Reports assessed within the term.
            case assessedInTime = "assessed-in-time"
            /// Reports assessed after the term, or not while it passed.
            case assessedLate = "assessed-late"
            /// Reports not assessed while the term still runs.
            case assessmentOpen = "assessment-open"
            /// Reports of which the term for assessment was kept or has passed.
            case assessmentDecided = "assessment-decided"
            /// Services that ended with an assessment from which the term runs.
            case servicesAssessed = "services-assessed"
            /// Reports with a person or case to look back on.
            case repeatReportsKnown = "repeat-reports-known"
            /// Services that ended.
            case servicesEnded = "services-ended"
            /// Services that ended within the term.
            case servicesInTime = "services-in-time"
            /// Services that ended without an assessment from which the term runs.
            case servicesUnknown = "services-unknown"
            /// Reports within a term after an earlier one on the same person or case.
            case repeatReports = "repeat-reports"
            /// Those of them that are no second reporter on the same matter.
            case repeatNewMatter = "repeat-new-matter"
            /// Reports without a person or case to look back on.
            case repeatReportsUnknown = "repeat-reports-unknown"
            /// Registrations of minors.
            case registrations
            /// Children known through a source.
            case children
            /// Children with help that ran on the day from which they are followed.
            case helpRunning = "help-running"
            /// Children who started a form of help that did not run on that day.
            case helpStarted = "help-started"
            /// Children with help that ran, and who started another form too.
            case helpRunningAndStarted = "help-running-and-started"
            /// Children of whom neither is seen until the end of the follow-up.
            case noHelpSeen = "no-help-seen"
            /// Children of whom neither is seen while the data end before the follow-up does.
            case followUpEnded = "follow-up-ended"
            /// Those under age without a person, who cannot be followed.
            case unlinked
            /// Cumulative incidence of a start of help, in per cent, one decimal, half up.
            case cumulativeIncidence = "cumulative-incidence"
            /// Children in all by a log-linear model of the lists, those on none included.
            case estimatedTotal = "estimated-total"
            /// The lower limit of such totals.
            case estimatedTotalLower = "estimated-total-lower"
            /// The upper limit of such totals.
            case estimatedTotalUpper = "estimated-total-upper"
            /// Akaike's criterion of a model, one decimal.
            case akaike
            /// Bayes' criterion of a model by the children seen, one decimal.
            case bayes
        }

        /// The name in the column `measure`.
        public let name: String
        /// What it is.
        public let kind: Kind
        /// Reasons of ending to which it is limited; then it stands on reason `T` only.
        public let reasons: [String]?
        /// The label.
        public let label: LocalizedText
        /// Forms of help to which it is limited.
        public let forms: [String]?
        /// Answers on going on without help to which it is limited.
        public let answers: [String]?
        /// Of a ratio the name of the measure that is divided.
        public let numerator: String?
        /// Of a ratio the name of the measure by which is divided.
        public let denominator: String?
    }

    /// A column by which cells are broken down.
    public enum Breakdown: String, Sendable, CaseIterable {
        /// *Hulpvorm*.
        case form
        /// *Zwaarste hulpvorm*: each youth once, by the heaviest form; written in column `form`.
        case heaviestForm = "heaviest-form"
        /// *Verwijzer*.
        case referrer
        /// *Leeftijd* on the last day of the period.
        case age
        /// *Geslacht*.
        case sex
        /// *Reden beëindiging*.
        case reason
        /// *Duurklasse*; written in column `class`.
        case durationClass = "class"
        /// *Type maatregel*.
        case type
        /// *Groep verwijzers*: the certified institution against the others; column `referrer`.
        case referrerGroup = "referrer-group"
        /// *Informant*: who gave the outcome.
        case informant
        /// *Afbakening*: all domestic violence as `T`, with child maltreatment and sexual abuse apart.
        case scope
        /// *Groep melders*; written in column `reporter`.
        case reporterGroup = "reporter-group"
        /// *Aard van het geweld*.
        case nature
        /// *Veiligheidstaxatie*.
        case appraisal
        /// *Besluit* of a safety assessment.
        case decision
        /// *Uitkomst* of an investigation.
        case outcome
        /// *Vervolg*: to whom it was handed over.
        case referral
        /// *Eerdere betrokkenheid*.
        case involvement
        /// *Acuut*: within seven days.
        case acute
        /// *Eigen kring*: whether it was someone of the own network; written in column `own_network`.
        case ownNetwork = "own-network"
        /// *Eenmalig of structureel*.
        case duration
        /// *Bron*: through which source a child is known.
        case source
        /// *Aanvang van het volgen*: a report as `T`, or the end of an investigation by its outcome.
        case index
        /// *Groep meldingen*: reports with sexual abuse beside all others; column `group`.
        case reportGroup = "report-group"
        /// *Dag* counted from the day from which children are followed.
        case day
        /// *Lijsten*: through exactly which lists a child is known.
        case lists
        /// *Model*: which lists depend on each other.
        case model

        /// The name of the column in the table.
        public var column: String {
            switch self {
            case .heaviestForm: "form"
            case .referrerGroup: "referrer"
            case .reporterGroup: "reporter"
            case .ownNetwork: "own_network"
            case .reportGroup: "group"
            default: rawValue
            }
        }
    }

    /// When a started trajectory, or a measure that began, is repeat use.
    public struct RepeatRule: Sendable {
        /// How many years before the period earlier help counts; `nil` for as far as is known.
        public let lookBackYears: Int?
        /// How many days before the start the earlier help has ended at the latest.
        public let gapDays: Int
        /// Reasons of ending with which help or a measure goes over into another; no end.
        public let reasonsNotAnEnd: [String]
    }

    /// A worked example: a small delivery and the cells it must give.
    public struct Example: Sendable {
        /// What it shows.
        public let title: LocalizedText
        /// The deliveries, each a CSV text in protocol form.
        public let deliveries: [String]
        /// The source of each delivery.
        public let sources: [String]
        /// The period.
        public let period: Period
        /// The cells expected, as lines of the table contract without the period; a value of 0
        /// means that the cell must be absent.
        public let expected: [String]
        /// Population by municipality for rates, as lines `year,gm_code,population_0_17`.
        public let population: [String]
    }

    /// The id, as `BJ-01`.
    public let id: String
    /// The version of the definition; it rises when a figure would change.
    public let version: Int
    /// The title.
    public let title: LocalizedText
    /// The source, as `jeugdhulp`.
    public let source: String
    /// The rung of the ladder.
    public let unit: UnitOfCount
    /// What is counted.
    public let population: Population
    /// The columns in the order of the table.
    public let breakdowns: [Breakdown]
    /// The measures.
    public let measures: [Measure]
    /// Whether a calendar year can be made.
    public let worksForYears: Bool
    /// When a start is repeat use; only with measures of that kind.
    public let repeatRule: RepeatRule?
    /// Persons must be younger than this on the first day; only for rates.
    public let underAge: Int?
    /// For how many days children are followed; only where they are.
    public let followUpDays: Int?
    /// The name of the population table a rate needs, as `population`.
    public let populationTable: String?
    /// The numerator in words.
    public let numerator: LocalizedText
    /// The denominator in words.
    public let denominator: LocalizedText
    /// The population in words.
    public let populationText: LocalizedText
    /// The period rule in words.
    public let periodRule: LocalizedText
    /// The legal ground.
    public let legalGround: LocalizedText
    /// What a municipality, an institution and a professional can decide with it.
    public let use: LocalizedText
    /// What it does not say.
    public let doesNotSay: LocalizedText
    /// Its row in the weighing framework.
    public let weighingRow: Int
    /// Worked examples that run as tests.
    public let examples: [Example]
    /// The scope of Veilig Thuis to which it is limited, as `sexual-abuse`, or `nil` for all; sources
    /// that cannot tell are left out.
    public let scope: String?
    /// Sources that are counted beside the first, each by itself and never joined.
    public let beside: [String]
    /// The kind of permit without which it does not run, or `nil` when the law is enough.
    public let permit: PermitRequest.Kind?
    /// The source beside the first whose records of the same person are looked at, or `nil`.
    public let secondSource: String?
    /// What is left out, in words.
    public let exclusions: LocalizedText
    /// Referrers to which it is limited, or `nil` for all.
    public let referrers: [String]?
    /// The last period for which it can be made, or `nil` when there is none.
    public let lastPeriod: LastPeriod?
    /// Half-years to be careful with.
    public let cautions: [Caution]
    /// For which areas and years it can be had.
    public let availability: Availability
}

/// *Set*: indicators shown together, with the row for sexual violence that no set may lack.
public struct IndicatorSet: Sendable {
    /// The row for sexual violence.
    public enum SexualViolence: Sendable {
        /// The source cannot see it, for this reason.
        case notObservable(LocalizedText)
        /// This indicator shows it.
        case indicator(String)
    }

    /// The id, as `youth-assistance`.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// The indicators in their order.
    public let indicators: [String]
    /// The row for sexual violence.
    public let sexualViolence: SexualViolence
}

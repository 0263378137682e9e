public import Domain

/// *Vergelijking*: what is compared between regions and over time, and by which numbers.
public struct ComparisonDefinitions: Sendable {
    /// A class of municipalities by children aged 0–17.
    public struct SizeClass: Sendable, Equatable {
        /// The code, as `1`.
        public let code: String
        /// The fewest children of the class; it ends where the next begins.
        public let from: Int
        /// Its name.
        public let label: LocalizedText
    }

    /// The level of the inner limits of a funnel, as 0.95.
    public let insideLevel: Double
    /// The level of the outer limits, as 0.998.
    public let outsideLevel: Double
    /// Units of which fewer are expected take no part in working out the spread between units.
    public let leastExpected: Double
    /// With fewer units than this no spread is worked out.
    public let leastUnits: Int
    /// How many like municipalities stand beside one.
    public let neighbours: Int
    /// With fewer half-years than this there are no control limits and no test.
    public let leastPoints: Int
    /// Standard errors from the centre to the limits of a control chart.
    public let controlSigmas: Double
    /// The classes by size, the smallest first.
    public let sizeClasses: [SizeClass]
    /// What is compared, in the order of the pages.
    public let measures: [ComparedMeasure]
    /// The breaks in the deliveries.
    public let breaks: [DefinitionBreak]
    /// What may lie behind a change, in the order of the pages.
    public let explanations: [CompetingExplanation]
    /// How counts stand beside prevalence.
    public let reach: ReachDefinition

    /// The class of a number of children.
    public func sizeClass(of children: Int) -> SizeClass? {
        sizeClasses.last { $0.from <= children }
    }

    /// The breaks of a source, for a region or for the country.
    public func breaks(of source: String, regional: Bool) -> [DefinitionBreak] {
        breaks.filter { $0.sources.contains(source) && (regional || !$0.isRegional) }
    }
}

/// *Vergeleken maat*: a count over another, which may be compared between regions.
public struct ComparedMeasure: Sendable, Equatable {
    /// What it is.
    public enum Kind: String, Sendable, CaseIterable {
        /// Events among persons or trajectories.
        case proportion
        /// Events over a population.
        case ratio
    }

    /// By what regions are made alike before they are compared.
    public enum Standard: String, Sendable, CaseIterable {
        /// By nothing: the source has no breakdown and no population for it.
        case none
        /// By age and sex of the inhabitants, from a population table.
        case ageAndSex = "age-and-sex"
        /// By the codes of a dimension of the own cases.
        case caseMix = "case-mix"
    }

    /// The denominator that is a population table by age and not a measure of the indicator.
    public static let populationByAge = "population-by-age"

    /// The id, as `repeat-share`.
    public let id: String
    /// The indicator, as `BJ-04`.
    public let indicator: String
    /// The measure above the line.
    public let numerator: String
    /// The measure below the line, or ``populationByAge``.
    public let denominator: String
    /// A measure taken off the one below the line, as the trajectories of which repeat is unknown.
    public let less: String?
    /// The age classes that count, with a population by age.
    public let ages: [String]
    /// What it is.
    public let kind: Kind
    /// The number of units it is stated for: 100 or 1 000.
    public let per: Int
    /// By what regions are made alike.
    public let standard: Standard
    /// The dimension of the case mix.
    public let caseMix: String?
    /// Its title.
    public let title: LocalizedText
    /// What it is stated for.
    public let unit: LocalizedText
    /// What stands below the line, for the axis of a funnel.
    public let size: LocalizedText
}

/// *Breuk*: a change of definition in the deliveries, which no line, limit or test crosses.
public struct DefinitionBreak: Sendable, Equatable {
    /// The id.
    public let id: String
    /// The first half-year behind it.
    public let before: ReportingPeriod
    /// The sources it holds for.
    public let sources: [String]
    /// Whether it changes the place of records only, so that the country has no break.
    public let isRegional: Bool
    /// Why.
    public let reason: LocalizedText
}

/// *Verklaring*: something that may lie behind a change; no page chooses one.
public struct CompetingExplanation: Sendable, Equatable {
    /// The id.
    public let id: String
    /// Its title.
    public let title: LocalizedText
    /// What it is.
    public let text: LocalizedText
    /// What one can look at.
    public let check: LocalizedText
}

/// *Bereik*: which published prevalence stands beside the children known to a source.
public struct ReachDefinition: Sendable, Equatable {
    /// A figure of a published series.
    public struct Prevalence: Sendable, Equatable {
        /// The series.
        public let series: String
        /// Its item.
        public let item: String
        /// Its period.
        public let period: String
    }

    /// A source to which children are known.
    public struct Source: Sendable, Equatable {
        /// Its code in the table.
        public let code: String
        /// Its name.
        public let label: LocalizedText
    }

    /// The indicator with the children known to each source.
    public let indicator: String
    /// The indicator with those known for sexual violence.
    public let sexualIndicator: String
    /// Its measure of children.
    public let measure: String
    /// Its measure of the population.
    public let population: String
    /// The prevalence of child maltreatment, per 1 000.
    public let maltreatment: Prevalence
    /// The share of them with sexual abuse as the main form, in percent.
    public let sexualViolence: Prevalence
    /// Children whose records were not joined or joined wrongly, at most, in percent; assumed.
    public let missedLinkagePercent: Double
    /// Standard deviation of log prevalence between larger regions; assumed.
    public let betweenRegions: Double
    /// Standard deviation of log prevalence between municipalities; assumed.
    public let betweenMunicipalities: Double
    /// The sources, in the order of the pages.
    public let sources: [Source]
    /// Why numerator and denominator do not fit each other.
    public let scope: LocalizedText
    /// The same for sexual violence.
    public let sexualScope: LocalizedText
}

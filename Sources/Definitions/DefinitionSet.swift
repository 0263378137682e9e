public import Domain

/// Everything about the monitor that is data: loaded, checked and explained here.
///
/// `DefinitionSet.load(from:)` reads the folder; a mistake in a record is a ``DefinitionError``
/// that names the file, the line and what was expected.
public struct DefinitionSet: Sendable {
    /// The sources by id, as `jeugdhulp`.
    public let sources: [String: SourceDefinition]
    /// The code lists by id, as `verwijzer`.
    public let codeLists: [String: CodeList]
    /// The regions and how municipalities merged.
    public let regions: RegionReference
    /// Age classes, duration classes and the order of forms.
    public let breakdowns: BreakdownDefinitions
    /// The indicators, by id.
    public let indicators: [String: IndicatorDefinition]
    /// The sets in which indicators are shown, in their order.
    public let indicatorSets: [IndicatorSet]
    /// The disclosure profiles by id, as `cbs`.
    public let profiles: [String: DisclosureProfile]
    /// What may be stored, joined, kept and asked.
    public let privacy: PrivacyDefinitions
    /// What a password costs, and how long a session lasts.
    public package(set) var login: LoginRules
    /// What could be measured, and how it was weighed.
    public let weighing: WeighingFramework
    /// The register of campaigns.
    public let campaigns: CampaignRegister
    /// What organisations report on themselves.
    public let quality: QualityFramework
    /// The taxonomies and what they are to each other.
    public let concepts: ConceptDefinitions
    /// What simulated countries are made of.
    public let simulation: SimulationDefinitions
    /// What the simulation found.
    public let evidence: SimulationEvidence
    /// The instruments of studies by id, as `casefile`.
    public let instruments: [String: Instrument]
    /// The questionnaires of cohorts by id, as `arij`.
    public let questionnaires: [String: Questionnaire]
    /// How coders are looked after.
    public let entryCare: EntryCare
    /// The published series, in their order.
    public package(set) var published: [PublishedSeries]
    /// What is compared between regions and over time.
    public let comparison: ComparisonDefinitions
    /// The fixed-width layouts by id, as `voorbeeld-jeugdhulp`.
    public let layouts: [String: FixedWidthLayout]
    /// Of those who must deliver, per cent that have at least, or a figure is not shown (*DQ*).
    public let completenessLimit: Int
    /// How much an archive or workbook may unpack to.
    public let carrierLimits: CarrierLimits
    /// Who offers the open data, under which licence, and what changed in it.
    public let openData: OpenDataTerms
    /// The wording of the rules by code, as `INT-101`.
    public let ruleTexts: [String: RuleText]
    /// The wording of pages and messages by key.
    public let texts: TextCatalogue

    init(
        sources: [String: SourceDefinition],
        codeLists: [String: CodeList],
        regions: RegionReference,
        breakdowns: BreakdownDefinitions,
        indicators: [String: IndicatorDefinition],
        indicatorSets: [IndicatorSet],
        profiles: [String: DisclosureProfile],
        privacy: PrivacyDefinitions,
        login: LoginRules,
        weighing: WeighingFramework,
        campaigns: CampaignRegister,
        quality: QualityFramework,
        concepts: ConceptDefinitions,
        simulation: SimulationDefinitions,
        evidence: SimulationEvidence,
        instruments: [String: Instrument],
        questionnaires: [String: Questionnaire],
        entryCare: EntryCare,
        published: [PublishedSeries],
        comparison: ComparisonDefinitions,
        layouts: [String: FixedWidthLayout],
        completenessLimit: Int,
        carrierLimits: CarrierLimits,
        openData: OpenDataTerms,
        ruleTexts: [String: RuleText],
        texts: TextCatalogue
    ) {
        self.sources = sources
        self.codeLists = codeLists
        self.regions = regions
        self.breakdowns = breakdowns
        self.indicators = indicators
        self.indicatorSets = indicatorSets
        self.profiles = profiles
        self.privacy = privacy
        self.login = login
        self.weighing = weighing
        self.campaigns = campaigns
        self.quality = quality
        self.concepts = concepts
        self.simulation = simulation
        self.evidence = evidence
        self.instruments = instruments
        self.questionnaires = questionnaires
        self.entryCare = entryCare
        self.published = published
        self.comparison = comparison
        self.layouts = layouts
        self.completenessLimit = completenessLimit
        self.carrierLimits = carrierLimits
        self.openData = openData
        self.ruleTexts = ruleTexts
        self.texts = texts
    }
}

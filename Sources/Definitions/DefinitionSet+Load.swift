import Domain
public import FoundationEssentials

extension DefinitionSet {
    /// Reads and checks every record in a folder.
    ///
    /// - Throws: ``DefinitionError`` naming the first mistake by file and line.
    public static func load(from folder: URL) throws(DefinitionError) -> DefinitionSet {
        let folder = DefinitionFolder(url: folder)
        // About half of all there is stands on nothing else.
        let texts = LoadedAhead { () throws(DefinitionError) in
            try TextLoader(folder: folder).load()
        }
        let ruleTexts = LoadedAhead { () throws(DefinitionError) in
            try RuleTextLoader(folder: folder).load()
        }
        let taxonomies = LoadedAhead { () throws(DefinitionError) in
            try TaxonomyLoader(folder: folder).load()
        }
        let codeLists = try CodeListLoader(folder: folder).load()
        let sources = try SourceLoader(folder: folder, codeLists: codeLists).load()
        let regions = try RegionLoader(folder: folder).load()
        let breakdowns = try BreakdownLoader(folder: folder, codeLists: codeLists).load()
        let weighing = try WeighingLoader(folder: folder).load()
        let indicators = try IndicatorLoader(
            folder: folder,
            weighing: weighing,
            sources: sources,
            codeLists: codeLists,
            regions: regions,
            breakdowns: breakdowns
        ).load()
        let privacy = try PrivacyLoader(folder: folder, sources: sources).load()
        let published = try PublishedLoader(folder: folder).load()
        let instruments = try InstrumentLoader(
            folder: folder,
            rejected: privacy.rejectedItems
        ).load()
        try WeighingLinkCheck(
            framework: weighing,
            indicators: indicators,
            published: published,
            rejected: privacy.rejectedItems,
            instruments: instruments
        ).run()
        let simulation = try SimulationLoader(folder: folder, framework: weighing).load()
        return DefinitionSet(
            sources: sources,
            codeLists: codeLists,
            regions: regions,
            breakdowns: breakdowns,
            indicators: indicators,
            indicatorSets: try IndicatorSetLoader(folder: folder, indicators: indicators).load(),
            profiles: try ProfileLoader(folder: folder).load(),
            privacy: privacy,
            login: try LoginRulesLoader(folder: folder).load(),
            weighing: weighing,
            campaigns: try CampaignLoader(folder: folder, series: published.map(\.id)).load(),
            quality: try QualityFrameworkLoader(folder: folder).load(),
            concepts: try CrosswalkLoader(
                folder: folder,
                taxonomies: taxonomies.wait(),
                series: published.map(\.id)
            ).load(),
            simulation: simulation,
            evidence: try EvidenceLoader(
                folder: folder,
                scenarios: simulation.scenarios.map(\.id)
            ).load(),
            instruments: instruments,
            questionnaires: try QuestionnaireLoader(folder: folder).load(),
            entryCare: try EntryCareLoader(folder: folder).load(),
            published: published,
            comparison: try ComparisonLoader(
                folder: folder,
                sources: sources,
                indicators: indicators,
                breakdowns: breakdowns,
                published: published
            ).load(),
            layouts: try LayoutLoader(folder: folder, sources: sources).load(),
            completenessLimit: try CompletenessLoader(folder: folder).load(),
            carrierLimits: try CarrierLimitsLoader(folder: folder).load(),
            openData: try OpenDataTermsLoader(folder: folder).load(),
            ruleTexts: try ruleTexts.wait(),
            texts: try texts.wait()
        )
    }
}

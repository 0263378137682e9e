import Domain

/// Reads `indicators/<id>.yaml`; an indicator without one of its parts does not load.
struct IndicatorLoader {
    let folder: DefinitionFolder
    let weighing: WeighingFramework
    let sources: [String: SourceDefinition]
    let codeLists: [String: CodeList]
    let regions: RegionReference
    let breakdowns: BreakdownDefinitions

    private static let keys = [
        "id", "version", "title", "source", "unit", "units-beside", "population", "breakdowns",
        "measures",
        "years", "repeat-rule", "under-age", "population-table", "numerator", "denominator",
        "population-text", "period-rule", "legal-ground", "use", "does-not-say", "weighing-row",
        "examples", "permit", "second-source", "exclusions", "referrers", "last-period", "cautions",
        "availability", "scope", "beside", "follow-up-days",
    ]

    func load() throws(DefinitionError) -> [String: IndicatorDefinition] {
        var indicators: [String: IndicatorDefinition] = [:]
        for file in try folder.files(in: "indicators", extension: "yaml") {
            let indicator = try load(file)
            indicators[indicator.id] = indicator
        }
        return indicators
    }

    /// The indicator of one file.
    func load(_ file: String) throws(DefinitionError) -> IndicatorDefinition {
        let reader = try folder.yaml(file).record(keys: IndicatorLoader.keys)
        return try indicator(try reader.identity(of: file), reader)
    }

    private func indicator(
        _ id: String,
        _ reader: RecordReader
    ) throws(DefinitionError) -> IndicatorDefinition {
        let source = try source(of: try reader.required("source"))
        let population = try reader.required("population").choice(
            IndicatorDefinition.Population.self
        )
        let unit = try reader.required("unit").choice(UnitOfCount.self)
        let unitsBeside = try (reader.optional("units-beside")?.list() ?? []).map {
            (item) throws(DefinitionError) in try item.choice(UnitOfCount.self)
        }
        let second = try SecondSourceLoader(
            sources: sources,
            first: source,
            population: population
        ).secondSource(of: reader)
        let breakdowns = try breakdowns(
            of: try reader.required("breakdowns"),
            sources: [source] + [second].compactMap(\.self)
        )
        let measures = try MeasureLoader(
            population: population,
            breakdowns: breakdowns,
            codes: codes,
            source: source.id,
            unit: unit,
            unitsBeside: unitsBeside
        ).measures(of: try reader.required("measures"))
        let rules = try IndicatorRuleLoader(
            reader: reader,
            kinds: measures.map(\.kind),
            population: population,
            reasons: codes.codes(of: .reason, in: source.id).map(\.code)
        )
        let availability = AvailabilityLoader()
        let beside = try (reader.optional("beside")?.list() ?? []).map(self.source)
        let examples = try ExampleLoader(
            source: source,
            secondSource: second,
            beside: beside,
            codes: codes,
            regions: regions,
            breakdowns: breakdowns,
            measures: measures.map(\.name),
            needsPopulation: rules.populationTable != nil
        ).examples(of: try reader.required("examples"))
        return IndicatorDefinition(
            id: id,
            version: try reader.required("version").number(in: 1...9999),
            title: try reader.required("title").localized(),
            source: source.id,
            unit: unit,
            population: population,
            breakdowns: breakdowns,
            measures: measures,
            worksForYears: try reader.required("years").flag(),
            repeatRule: rules.repeatRule,
            underAge: rules.underAge,
            followUpDays: rules.followUpDays,
            populationTable: rules.populationTable,
            numerator: try reader.required("numerator").localized(),
            denominator: try reader.required("denominator").localized(),
            populationText: try reader.required("population-text").localized(),
            periodRule: try reader.required("period-rule").localized(),
            legalGround: try reader.required("legal-ground").localized(),
            use: try reader.required("use").localized(),
            doesNotSay: try reader.required("does-not-say").localized(),
            weighingRow: try weighingRow(of: try reader.required("weighing-row"), id),
            examples: examples,
            scope: try reader.optional("scope").map(scope),
            beside: beside.map(\.id),
            permit: try reader.optional("permit")?.choice(PermitRequest.Kind.self),
            secondSource: second?.id,
            exclusions: try reader.required("exclusions").localized(),
            referrers: try ReferrerLimitLoader(
                source: source,
                breakdowns: self.breakdowns,
                codes: codes
            ).referrers(of: reader, kinds: measures.map(\.kind)),
            lastPeriod: try reader.optional("last-period").map(availability.lastPeriod),
            cautions: try reader.optional("cautions").map(availability.cautions) ?? [],
            availability: try availability.availability(of: reader.required("availability"))
        )
    }

    private func weighingRow(
        of value: RecordValue,
        _ id: String
    ) throws(DefinitionError) -> Int {
        let number = try value.number(in: 1...weighing.rows.count)
        try WeighingLinkCheck.check(
            row: number,
            of: weighing,
            item: id,
            at: value
        )
        return number
    }

    private var codes: BreakdownCodes {
        BreakdownCodes(sources: sources, codeLists: codeLists, breakdowns: breakdowns)
    }

    private func source(of value: RecordValue) throws(DefinitionError) -> SourceDefinition {
        guard let source = sources[try value.text()] else {
            throw value.mistake(
                found: "the source \(value.described), which does not exist",
                expected: "one of "
                    + sources.keys.sorted().map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return source
    }

    private func scope(of value: RecordValue) throws(DefinitionError) -> String {
        let known = breakdowns.reportScopes.map(\.code)
        let scope = try value.text()
        guard known.contains(scope) else {
            throw value.mistake(
                found: "the scope `\(scope)`",
                expected: "one of " + known.map { "`\($0)`" }.joined(separator: ", ")
            )
        }
        return scope
    }

    private func breakdowns(
        of value: RecordValue,
        sources: [SourceDefinition]
    ) throws(DefinitionError) -> [IndicatorDefinition.Breakdown] {
        var breakdowns: [IndicatorDefinition.Breakdown] = []
        for item in try value.list() {
            let breakdown = try item.choice(IndicatorDefinition.Breakdown.self)
            guard !breakdowns.contains(where: { $0.column == breakdown.column }) else {
                throw item.mistake(
                    found: "the column `\(breakdown.column)` more than once",
                    expected: "it once"
                )
            }
            let isStored = sources.contains {
                $0.column(breakdown.protocolColumn)?.isStored == true
            }
            guard isStored else {
                throw item.mistake(
                    found: "the breakdown `\(breakdown.rawValue)`, which needs the column "
                        + "`\(breakdown.protocolColumn)`",
                    expected: "a breakdown of which "
                        + sources.map { "`\($0.id)`" }.joined(separator: " or ")
                        + " stores the column"
                )
            }
            breakdowns.append(breakdown)
        }
        return breakdowns
    }
}

import Domain

/// Reads the folder `comparison`.
struct ComparisonLoader {
    let folder: DefinitionFolder
    let sources: [String: SourceDefinition]
    let indicators: [String: IndicatorDefinition]
    let breakdowns: BreakdownDefinitions
    let published: [PublishedSeries]

    func load() throws(DefinitionError) -> ComparisonDefinitions {
        let reader = try folder.yaml("comparison/measures.yaml").record(keys: [
            "inside-level", "outside-level", "least-expected", "least-units", "neighbours",
            "least-points", "control-sigmas", "size-classes", "measures",
        ])
        return ComparisonDefinitions(
            insideLevel: try level(reader.required("inside-level")),
            outsideLevel: try level(reader.required("outside-level")),
            leastExpected: try reader.required("least-expected").decimal(),
            leastUnits: try reader.required("least-units").number(in: 3...1000),
            neighbours: try reader.required("neighbours").number(in: 1...50),
            leastPoints: try reader.required("least-points").number(in: 4...100),
            controlSigmas: try reader.required("control-sigmas").decimal(),
            sizeClasses: try sizeClasses(reader.required("size-classes")),
            measures: try measures(reader.required("measures")),
            breaks: try breaks(),
            explanations: try explanations(),
            reach: try ReachLoader(folder: folder, published: published).load()
        )
    }

    private func level(_ value: RecordValue) throws(DefinitionError) -> Double {
        let number = try value.decimal()
        guard number > 0.5, number < 1 else {
            throw value.mistake(found: value.described, expected: "a number above 0.5 and below 1")
        }
        return number
    }

    private func sizeClasses(
        _ value: RecordValue
    ) throws(DefinitionError) -> [ComparisonDefinitions.SizeClass] {
        var classes: [ComparisonDefinitions.SizeClass] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "from", "label"])
            let from = try reader.required("from").number(in: 0...10_000_000)
            guard classes.last.map({ $0.from < from }) ?? (from == 0) else {
                throw try reader.required("from").mistake(
                    found: "`\(from)`",
                    expected: "0 for the first class and more for each next"
                )
            }
            classes.append(
                ComparisonDefinitions.SizeClass(
                    code: try reader.required("code").text(),
                    from: from,
                    label: try reader.required("label").localized()
                )
            )
        }
        return classes
    }

    private func measures(_ value: RecordValue) throws(DefinitionError) -> [ComparedMeasure] {
        var measures: [ComparedMeasure] = []
        for item in try value.list() {
            let measure = try ComparedMeasureLoader(
                indicators: indicators,
                breakdowns: breakdowns
            ).measure(item)
            guard !measures.contains(where: { $0.id == measure.id }) else {
                throw item.mistake(
                    found: "the measure `\(measure.id)` more than once",
                    expected: "it once"
                )
            }
            measures.append(measure)
        }
        return measures
    }

    private func breaks() throws(DefinitionError) -> [DefinitionBreak] {
        try folder.yaml("comparison/breaks.yaml").list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["id", "before", "sources", "regional", "reason"])
            for source in try reader.required("sources").list()
            where sources[try source.text()] == nil {
                throw source.mistake(
                    found: "the source \(source.described), which does not exist",
                    expected: "one of " + sources.keys.sorted().joined(separator: ", ")
                )
            }
            return DefinitionBreak(
                id: try reader.required("id").text(),
                before: try reader.required("before").halfYear(),
                sources: try reader.required("sources").texts(),
                isRegional: try reader.optional("regional")?.flag() ?? false,
                reason: try reader.required("reason").localized()
            )
        }
    }

    private func explanations() throws(DefinitionError) -> [CompetingExplanation] {
        try folder.yaml("comparison/explanations.yaml").list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["id", "title", "text", "check"])
            return CompetingExplanation(
                id: try reader.required("id").text(),
                title: try reader.required("title").localized(),
                text: try reader.required("text").localized(),
                check: try reader.required("check").localized()
            )
        }
    }
}

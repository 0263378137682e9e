import Domain

/// Reads `comparison/reach.yaml`.
struct ReachLoader {
    let folder: DefinitionFolder
    let published: [PublishedSeries]

    func load() throws(DefinitionError) -> ReachDefinition {
        let reader = try folder.yaml("comparison/reach.yaml").record(keys: [
            "indicator", "sexual-indicator", "measure", "population", "maltreatment",
            "sexual-violence",
            "missed-linkage-percent", "between-regions", "between-municipalities", "sources",
            "scope", "sexual-scope",
        ])
        return ReachDefinition(
            indicator: try reader.required("indicator").text(),
            sexualIndicator: try reader.required("sexual-indicator").text(),
            measure: try reader.required("measure").text(),
            population: try reader.required("population").text(),
            maltreatment: try prevalence(reader.required("maltreatment")),
            sexualViolence: try prevalence(reader.required("sexual-violence")),
            missedLinkagePercent: try reader.required("missed-linkage-percent").decimal(),
            betweenRegions: try reader.required("between-regions").decimal(),
            betweenMunicipalities: try reader.required("between-municipalities").decimal(),
            sources: try reader.required("sources").list().map { item throws(DefinitionError) in
                let source = try item.record(keys: ["code", "label"])
                return ReachDefinition.Source(
                    code: try source.required("code").text(),
                    label: try source.required("label").localized()
                )
            },
            scope: try reader.required("scope").localized(),
            sexualScope: try reader.required("sexual-scope").localized()
        )
    }

    private func prevalence(
        _ value: RecordValue
    ) throws(DefinitionError) -> ReachDefinition.Prevalence {
        let reader = try value.record(keys: ["series", "item", "period"])
        let found = ReachDefinition.Prevalence(
            series: try reader.required("series").text(),
            item: try reader.required("item").text(),
            period: try reader.required("period").text()
        )
        let series = published.first { $0.id == found.series }
        switch series?.figure(found.period, found.item)?.value {
        case .interval, .number: return found
        default:
            throw value.mistake(
                found: "a figure that is no number and no interval of a published series",
                expected: "one of either in `published`"
            )
        }
    }
}

import Definitions
import Domain
import Publication

extension OwnTable {
    /// The table in a language.
    func table(_ language: Language) -> OpenTable {
        OpenTable(
            subject: indicator,
            language: language,
            words: words(language),
            version: tables.last?.definitionVersion ?? 0,
            dimensions: dimensions.map { dimension($0.name, $0.codes, language) } + [
                places(language), periods(language),
            ],
            measures: measures.enumerated().map { measure($1, $0, language) },
            rows: rows,
            leavesOutZeros: true
        )
    }

    private func dimension(
        _ name: String,
        _ codes: [String],
        _ language: Language
    ) -> OpenDimension {
        let labels = CodeLabels(
            definitions: source.definitions,
            wording: Wording(catalogue: source.definitions.texts, language: language)
        )
        let title = source.text("opendata.dimension.\(name)", language)
        return OpenDimension(
            key: ColumnName.word(title),
            title: title,
            kind: .plain,
            codes: codes.map { code in
                let table = tables.last { table in
                    table.dimensions.contains { $0.name == name && $0.codes.contains(code) }
                }
                let label = table.map { labels.label(code, of: name, in: $0) }
                return OpenDimension.Code(key: code, title: label ?? code)
            }
        )
    }

    private func places(_ language: Language) -> OpenDimension {
        let geographies = source.regions.groups.map(\.geography)
            .filter { geography in regions.contains { $0.geography == geography } }
        return OpenDimension(
            key: OpenDataName.regions(language),
            title: source.text("opendata.dimension.regions", language),
            kind: .place,
            codes: regions.map {
                OpenDimension.Code(
                    key: OwnTable.key(of: $0),
                    title: title(of: $0, language),
                    group: $0.geography.rawValue
                )
            },
            groups: geographies.map {
                OpenDimension.Code(
                    key: $0.rawValue,
                    title: source.text("page.geographies.\($0.rawValue)", language)
                )
            }
        )
    }

    /// The key of a region: its code, but for the unknown, of which each geography has one.
    private static func key(of region: CellTable.Region) -> String {
        region.code == "U" ? "U-\(region.geography.rawValue)" : region.code
    }

    private func title(of region: CellTable.Region, _ language: Language) -> String {
        if let name = source.regions.name(of: region) { return name }
        guard region.code == "U" else { return region.code }
        let geography = source.text("page.geography.\(region.geography.rawValue)", language)
        return source.text("opendata.unknown-region", language, ["geography": geography])
    }

    private func periods(_ language: Language) -> OpenDimension {
        OpenDimension(
            key: source.text("opendata.key.periods", language),
            title: source.text("opendata.dimension.periods", language),
            kind: .time,
            codes: tables.map {
                OpenDimension.Code(
                    key: PeriodCode.code($0.period.description),
                    title: source.period($0.period.description, language),
                    vintage: source.vintage(of: $0.period)
                )
            }
        )
    }

    private func measure(
        _ measure: CellTable.Measure,
        _ place: Int,
        _ language: Language
    ) -> OpenMeasure {
        let known = source.definitions.indicators[indicator]?.measures
            .first { $0.name == measure.name }
        let title = known?.label[language] ?? measure.name
        return OpenMeasure(
            code: measure.name,
            title: title,
            statusTitle: source.text("opendata.status-of", language, ["measure": title]),
            unit: unit(measure, known?.kind, language),
            decimals: measure.decimals,
            isCount: measure.isCount,
            place: place
        )
    }

    private func unit(
        _ measure: CellTable.Measure,
        _ kind: IndicatorDefinition.Measure.Kind?,
        _ language: Language
    ) -> String {
        switch kind {
        case .meanDays, .medianDays: source.text("opendata.unit.days", language)
        case .perThousand: source.text("opendata.unit.per-1000", language)
        case .population: source.text("opendata.unit.inhabitants", language)
        default:
            source.text(
                "cli.published.unit.\(tables.last?.unit.rawValue ?? "registration")",
                language
            )
        }
    }

    private func words(_ language: Language) -> OpenTable.Words {
        let definition = source.definitions.indicators[indicator]
        let first = tables.first.map { source.period($0.period.description, language) } ?? ""
        let last = tables.last.map { source.period($0.period.description, language) } ?? ""
        let day = source.contents.release.day.description
        let about: [String] = [
            source.contents.release.origin == .fictive
                ? source.text("opendata.about.fictive", language) : "",
            definition?.numerator[language] ?? "", definition?.denominator[language] ?? "",
            definition?.populationText[language] ?? "", definition?.periodRule[language] ?? "",
            definition?.doesNotSay[language] ?? "", tables.last?.notice[language] ?? "",
            source.text("opendata.about.zeros", language),
            source.text("opendata.about.status-codes", language),
            source.text("opendata.about.available", language, ["from": first, "to": last]),
            source.text("opendata.about.vintage", language),
            source.changes(of: indicator, language, day: day),
            source.nextRelease(language),
        ]
        return OpenTable.Words(
            title: definition?.title[language] ?? indicator,
            summary: definition?.numerator[language] ?? "",
            explanation: about.filter { !$0.isEmpty }.joined(separator: "\n\n"),
            source: source.text(
                "opendata.source.\(source.contents.release.origin.rawValue)",
                language
            ),
            period: source.text("opendata.period", language, ["from": first, "to": last]),
            frequency: source.text("opendata.frequency", language)
        )
    }
}

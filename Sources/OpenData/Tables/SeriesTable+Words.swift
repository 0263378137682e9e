import Domain
import Publication

extension SeriesTable {
    /// The table in a language.
    func table(_ language: Language) -> OpenTable {
        OpenTable(
            subject: series.id,
            language: language,
            words: words(language),
            version: 1,
            dimensions: (regions.isEmpty ? [] : [places(language)]) + [periodDimension(language)],
            measures: columns.enumerated().map { measure($1, $0, language) },
            rows: rows,
            leavesOutZeros: false
        )
    }

    private func places(_ language: Language) -> OpenDimension {
        OpenDimension(
            key: OpenDataName.regions(language),
            title: source.text("opendata.dimension.regions", language),
            kind: .place,
            codes: regions.map { code in
                let item = series.items.first { $0.code == code }
                return OpenDimension.Code(key: code, title: item?.label[language] ?? code)
            }
        )
    }

    private func periodDimension(_ language: Language) -> OpenDimension {
        OpenDimension(
            key: source.text("opendata.key.periods", language),
            title: source.text("opendata.dimension.periods", language),
            kind: .time,
            codes: periods.map { period in
                OpenDimension.Code(
                    key: PeriodCode.code(period),
                    title: source.period(period, language),
                    vintage: vintage(of: period)
                )
            }
        )
    }

    /// The least final status among the figures of a period.
    private func vintage(of period: String) -> VintageStatus {
        let found = series.figures.filter { $0.period == period }
            .map { SeriesTable.vintage($0.status) }
        if found.contains(.provisional) { return .provisional }
        return found.contains(.revisedProvisional) ? .revisedProvisional : .final
    }

    private func measure(_ column: Column, _ place: Int, _ language: Language) -> OpenMeasure {
        let item = series.items.first { $0.code == column.item }
        let name = item?.label[language] ?? series.unitLabel[language]
        let title =
            column.part == .number
            ? name
            : source.text("opendata.bound.\(column.part.rawValue)", language, ["measure": name])
        let code = column.item.isEmpty ? "value" : column.item
        return OpenMeasure(
            code: column.part == .number ? code : "\(code)_\(column.part.rawValue)",
            title: title,
            statusTitle: source.text("opendata.status-of", language, ["measure": title]),
            unit: series.unitLabel[language],
            decimals: column.decimals,
            isCount: false,
            place: place
        )
    }

    private func words(_ language: Language) -> OpenTable.Words {
        let first = periods.first.map { source.period($0, language) } ?? ""
        let last = periods.last.map { source.period($0, language) } ?? ""
        let day = source.contents.release.day.description
        let about: [String] =
            [
                source.text("opendata.about.foreign", language), series.definition[language],
                series.doesNotSay[language], series.caution?[language] ?? "",
                source.text("opendata.about.status-codes", language),
                source.text("opendata.about.available", language, ["from": first, "to": last]),
            ]
            + series.breaks.map {
                source.text(
                    "opendata.about.break",
                    language,
                    ["period": source.period($0.before, language), "reason": $0.reason[language]]
                )
            }
            + [
                source.changes(of: series.id, language, day: day), source.nextRelease(language),
            ]
        return OpenTable.Words(
            title: series.title[language],
            summary: series.definition[language],
            explanation: about.filter { !$0.isEmpty }.joined(separator: "\n\n"),
            source: series.source[language],
            period: source.text("opendata.period", language, ["from": first, "to": last]),
            frequency: source.text("opendata.frequency.series", language)
        )
    }
}

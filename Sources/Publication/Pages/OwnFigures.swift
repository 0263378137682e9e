import Definitions
import Disclosure
import Domain

/// Figures of our own protected tables for one region.
struct OwnFigures {
    let context: PageContext
    let region: CellTable.Region
    let regionName: String

    private var wording: Wording { context.wording }

    /// The half-years from the first to the newest of an indicator, holes included.
    func periods(_ indicator: String) -> [Period] {
        let halves = (context.contents.tables[indicator] ?? []).compactMap { table in
            if case .halfYear(let half) = table.period { half } else { nil }
        }
        guard let first = halves.min(), let last = halves.max() else { return [] }
        return (first.ordinal...last.ordinal).map { .halfYear(ReportingPeriod(ordinal: $0)) }
    }

    /// The newest table of an indicator, by half-year.
    func newest(_ indicator: String) -> PublishedTable? {
        periods(indicator).last.flatMap { context.contents.table(indicator, $0) }
    }

    /// What is shown of a cell; a hole where there is no table or no such place.
    func mark(
        _ indicator: String,
        _ period: Period,
        _ codes: [String: String] = [:],
        measure: String
    ) throws -> Mark {
        guard let table = context.contents.table(indicator, period),
            let shown = try context.contents.value(table, region, codes, measure: measure)
        else { return .missing }
        guard case .shown(let value) = shown else { return .suppressed }
        if value == 0, try isUndefined(table, codes, measure) { return .missing }
        let decimals = table.measures.first { $0.name == measure }?.decimals ?? 0
        let number = (0..<decimals).reduce(Double(value)) { number, _ in number / 10 }
        switch context.status(of: period) {
        case .final: return .counted(number)
        case .provisional: return .provisional(number, "*")
        case .revisedProvisional: return .provisional(number, "**")
        }
    }

    /// Whether an absent figure is undefined, and so no zero: a mean of nothing, a share of nothing,
    /// or a share at equal ages that the ages of a group do not allow.
    private func isUndefined(
        _ table: PublishedTable,
        _ codes: [String: String],
        _ measure: String
    ) throws -> Bool {
        let definition = context.definitions.indicators[table.indicator]
        guard let found = definition?.measures.first(where: { $0.name == measure }) else {
            return false
        }
        func isZero(_ name: String?) throws -> Bool {
            guard let name else { return true }
            return try context.contents.value(table, region, codes, measure: name) == .shown(0)
        }
        switch found.kind {
        case .percent: return try isZero(found.denominator)
        case .ageStandardised:
            return try isZero(found.denominator) || !isZero(found.numerator)
        default: return found.kind.isMean
        }
    }

    /// What stands beside a figure of our own.
    func margin(
        _ definition: IndicatorDefinition,
        _ table: PublishedTable,
        periods: [Period]
    ) throws -> MarginNote {
        let source = context.definitions.sources[definition.source].map { wording($0.title) }
        return try MarginNote(
            figure: definition.id,
            cautions: context.tags(of: table)
                + definition.cautions.filter { table.period.halves.contains(where: $0.covers) }
                .map { wording($0.text) },
            unit: wording("page.unit.\(definition.unit.rawValue)"),
            period: wording.span(periods.map(\.description)),
            source: wording(
                "page.own.source.\(context.contents.release.origin.rawValue)",
                ["source": source ?? definition.source]
            ),
            status: wording(
                "page.own.status",
                ["day": wording.period(context.contents.release.day.description)]
            ),
            definition: wording(
                "page.own.definition",
                ["id": definition.id, "version": String(table.definitionVersion)]
            ),
            doesNotSay: wording(definition.doesNotSay)
        )
    }

    /// The title and the unit of a figure, under the key of its plan.
    func heading(_ plan: OwnFigurePlan) -> (title: String, unit: String) {
        (
            wording("page.own.\(plan.key)"),
            wording(
                "page.own.unit",
                [
                    "measure": wording("page.own.\(plan.key)-unit"), "region": regionName,
                ]
            )
        )
    }
}

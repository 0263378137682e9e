import Comparison
import Definitions
import Domain

/// *Zelf narekenen*: the inputs and the formula of a standardised figure, for the one municipality.
struct PerformanceInputs {
    let figures: ComparedFigures
    let measure: ComparedMeasure
    let sheet: ComparisonSheet

    /// The inputs, closed until asked for; nothing where the measure is not standardised.
    func drawn() throws -> HTML {
        let context = figures.context
        let wording = context.wording
        guard measure.standard != .none, let row = sheet.row(figures.region.code),
            let expected = row.expected,
            let input = try context.contents.input(of: sheet, figures.region.code)
        else { return .empty }
        let result =
            row.ratio.map { ratio in
                wording(
                    "page.mun.inputs.result",
                    [
                        "observed": wording.number(row.events?.shown ?? 0),
                        "expected": wording.number(expected.shown),
                        "low": wording.number(expected.low), "high": wording.number(expected.high),
                        "target": wording.number(sheet.target * Double(measure.per)),
                        "figure": figures.between(ratio.limits, sheet, measure),
                    ]
                )
            } ?? wording("page.mun.inputs.withheld")
        return element("details") {
            element("summary") {
                wording("page.mun.inputs.title", ["measure": wording(measure.title)])
            }
            element("p") { wording("page.mun.inputs.formula") }
            element("p") { result }
            if row.withheldShare > 0 {
                element("p") {
                    wording(
                        "page.mun.inputs.rest",
                        ["percent": wording.number((row.withheldShare * 100).rounded())]
                    )
                }
            }
            table(input).drawn(wording)
            element("p") { wording("page.mun.inputs.command") }
            element("pre", HTMLAttribute("tabindex", "0")) {
                element("code") {
                    "ijkpunt compare \(measure.id) --region \(figures.region.code) "
                        + "--published gepubliceerd.sqlite --csv"
                }
            }
        }
    }

    private func table(_ input: PerformanceInput) -> DataTable {
        let wording = figures.context.wording
        let labels = CodeLabels(
            definitions: figures.context.definitions,
            wording: wording
        )
        let table = figures.context.contents.table(measure.indicator, sheet.period)
        return DataTable(
            caption: wording("page.mun.inputs.caption"),
            columns: ["stratum", "own", "events", "of", "rate", "expected"].map {
                wording("page.mun.inputs.column.\($0)")
            },
            rows: input.strata.map { stratum in
                DataTable.Row(
                    heading: label(stratum.code, labels, table),
                    cells: [
                        number(stratum.size?.shown), number(stratum.events),
                        number(stratum.countrySize),
                        stratum.rate.map { .number(wording.number($0 * Double(measure.per))) }
                            ?? .suppressed,
                        stratum.size.flatMap { size in
                            stratum.rate.map { .number(wording.number(size.shown * $0)) }
                        } ?? .suppressed,
                    ]
                )
            }
        )
    }

    private func number(_ value: Double?) -> DataTable.Cell {
        value.map { .number(figures.context.wording.number($0)) } ?? .suppressed
    }

    private func label(
        _ code: String,
        _ labels: CodeLabels,
        _ table: PublishedTable?
    ) -> String {
        guard let table else { return code }
        if let name = measure.caseMix { return labels.label(code, of: name, in: table) }
        let parts = code.split(separator: " ").map(String.init)
        guard parts.count == 2 else { return code }
        return figures.context.wording(
            "page.mun.inputs.age-sex",
            [
                "age": labels.label(parts[0], of: "age", in: table),
                "sex": labels.label(parts[1], of: "sex", in: table),
            ]
        )
    }
}

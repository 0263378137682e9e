public import CaseFileStudies
public import Definitions
public import Disclosure
public import Domain
import Publication

/// *Leerrapport*: what the files of one organisation or part of the country say of help, for those who
/// work there.
///
/// It names no other, ranks nothing, and gives no mark: where a share lies outside the limits it asks
/// a question.
public struct HelpAuditReport {
    private static let country = CellTable.Region(geography: .country, code: "NL01")

    private let table: ProtectedTable
    private let state: StudyState
    private let instrument: Instrument
    private let texts: TextCatalogue
    private let language: Language

    /// Creates the report on a protected table of the audit.
    public init(
        _ table: ProtectedTable,
        _ state: StudyState,
        instrument: Instrument,
        texts: TextCatalogue,
        language: Language
    ) {
        self.table = table
        self.state = state
        self.instrument = instrument
        self.texts = texts
        self.language = language
    }

    /// The units that have a report, in their order.
    public var units: [String] { table.dimensions[1].codes }

    /// The page of one unit.
    public func html(of unit: String) -> String {
        Report(
            kicker: text("kicker"),
            title: text("title", ["unit": unit]),
            lead: text("lead", ["study": state.request.title[language]]),
            sections: [
                Report.Section(
                    title: text("reading"),
                    blocks: [
                        .caution(table.notice[language]),
                        .list(["limits", "question", "no-mark", "files"].map { text($0) }),
                    ]
                )
            ] + HelpAudit.items.compactMap { section($0, unit) }
        ).html(texts, language)
    }

    private func section(_ id: String, _ unit: String) -> Report.Section? {
        guard let item = instrument.item(id) else { return nil }
        let names = ["files", "estimate", "target", "lower", "upper"]
        let rows = item.options.filter { $0.code != "none" }.map { option in
            let codes = ["\(id):\(option.code)", unit]
            return (
                heading: option.label[language],
                cells: names.map { cell(codes, $0) } + [.text(text(question(codes)))]
            )
        }
        return Report.Section(
            title: text(id),
            blocks: [
                .table(
                    Report.Table(
                        caption: text("caption"),
                        columns: [text("column.element")] + names.map { text("column.\($0)") }
                            + [text("column.asks")],
                        rows: rows
                    )
                )
            ]
        )
    }

    /// Which sentence stands beside an element, by what is shown alone.
    private func question(_ codes: [String]) -> String {
        guard value(codes, "status") ?? 0 > 0 else { return "asks.not-agreed" }
        guard let share = value(codes, "estimate"), let lower = value(codes, "lower"),
            let upper = value(codes, "upper")
        else { return "asks.withheld" }
        if share < lower { return "asks.less" }
        return share > upper ? "asks.more" : "asks.chance"
    }

    private func value(_ codes: [String], _ measure: String) -> Int64? {
        guard let value = table.value(HelpAuditReport.country, codes, measure),
            case .shown(let number) = value
        else { return nil }
        return number
    }

    private func cell(_ codes: [String], _ measure: String) -> Report.Cell {
        let isCount = measure == "files"
        if !isCount, value(codes, "status") ?? 0 == 0 { return .missing }
        switch table.value(HelpAuditReport.country, codes, measure) {
        case .shown(let number): return isCount ? .number(Int(number)) : .tenths(Int(number))
        case .suppressed: return .suppressed
        case nil: return .missing
        }
    }

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        texts("study.audit.\(key)", language, values)
    }
}

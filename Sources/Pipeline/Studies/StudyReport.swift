public import CaseFileStudies
public import Definitions
import Disclosure
public import Domain
import Publication

/// *Onderzoeksrapport*: the protected tables of a study as a page that stands by itself.
///
/// It takes protected tables and the plan, never the codings.
public struct StudyReport {
    private let tables: StudyTablesStage.Outcome
    private let state: StudyState
    private let definitions: DefinitionSet
    private let language: Language
    private let isFictive: Bool

    /// Creates the report.
    public init(
        _ tables: StudyTablesStage.Outcome,
        _ state: StudyState,
        definitions: DefinitionSet,
        language: Language,
        isFictive: Bool
    ) {
        self.tables = tables
        self.state = state
        self.definitions = definitions
        self.language = language
        self.isFictive = isFictive
    }

    /// The page.
    public func html() -> String { report.html(definitions.texts, language) }

    private static let country = CellTable.Region(geography: .country, code: "NL01")

    private func text(_ key: String, _ values: [String: String] = [:]) -> String {
        definitions.texts("study.report.\(key)", language, values)
    }

    private var report: Report {
        let drawn = state.draw?.organisations.count ?? 0
        var sections: [Report.Section] = []
        var first: [Report.Block] = isFictive ? [.caution(text("fictive"))] : []
        first.append(.caution(tables.estimates.notice[language]))
        first.append(
            .list(["weights", "bounds", "agreement", "zero"].map { text("reading.\($0)") })
        )
        sections.append(Report.Section(title: text("reading"), blocks: first))
        for estimate in state.request.estimates { sections.append(section(estimate)) }
        sections.append(response)
        sections.append(agreement)
        sections.append(outlook)
        sections.append(method)
        return Report(
            kicker: text("kicker"),
            title: state.request.title[language],
            lead: text(
                "lead",
                ["organisations": "\(drawn)", "period": "\(state.request.period)"]
            ),
            sections: sections
        )
    }

    private func cell(
        _ table: ProtectedTable,
        _ codes: [String],
        _ measure: String
    ) -> Report.Cell {
        guard let place = table.measures.first(where: { $0.name == measure }) else {
            return .missing
        }
        switch table.value(StudyReport.country, codes, measure) {
        case .shown(let value):
            switch place.decimals {
            case 0: return .number(Int(value))
            case 1: return .tenths(Int(value))
            default: return .text(CellTable.text(value, decimals: place.decimals))
            }
        case .suppressed: return .suppressed
        case nil: return .missing
        }
    }

    private func status(_ table: ProtectedTable, _ codes: [String]) -> Int64 {
        if case .shown(let value) = table.value(StudyReport.country, codes, "status") {
            return value
        }
        return 0
    }

    private func section(_ estimate: StudyRequest.Estimate) -> Report.Section {
        let table = tables.estimates
        let domains = state.request.domains
        let isAgreed = domains.contains { status(table, [estimate.id, $0.id]) > 0 }
        let hasTotals = table.measures.contains { $0.name == "total" } && estimate.kind != .mean
        let figures = ["estimate", "lower", "upper", "bound_lower", "bound_upper"]
        let totals = hasTotals ? ["counted", "total", "total_lower", "total_upper"] : []
        let names = ["files"] + figures + totals
        let rows = domains.map { domain -> (heading: String, cells: [Report.Cell]) in
            let codes = [estimate.id, domain.id]
            let kind = status(table, codes)
            let cells = names.map { name -> Report.Cell in
                if name == "files" || name == "counted" { return cell(table, codes, name) }
                if kind == 0 { return .missing }
                let isLimit = ["lower", "upper", "total_lower", "total_upper"].contains(name)
                return isLimit && kind < 2 ? .missing : cell(table, codes, name)
            }
            return (domain.title[language], cells)
        }
        var blocks: [Report.Block] = []
        if !isAgreed { blocks.append(.caution(text("not-agreed"))) }
        let unit = estimate.kind == .mean ? "caption-mean" : "caption-share"
        blocks.append(
            .table(
                Report.Table(
                    caption: text(unit, ["level": "\(Int(state.request.level * 1000) / 10)"]),
                    columns: [text("column.domain")] + names.map { text("column.\($0)") },
                    rows: rows
                )
            )
        )
        return Report.Section(title: estimate.title[language], blocks: blocks)
    }

    private var response: Report.Section {
        let table = tables.response
        let names = ["asked", "given", "refused", "not_reached"]
        let traits = table.dimensions.first { $0.name == "trait" }?.codes ?? []
        let categories = table.dimensions.first { $0.name == "category" }?.codes ?? []
        var rows: [(heading: String, cells: [Report.Cell])] = []
        for trait in traits {
            for category in categories {
                let cells = names.map { cell(table, [trait, category], $0) }
                if cells.allSatisfy({ $0 == .number(0) }) { continue }
                let heading =
                    trait == "all" ? text("whole") : "\(text("trait.\(trait)")): \(category)"
                rows.append((heading, cells))
            }
        }
        return Report.Section(
            title: text("response"),
            blocks: [
                .paragraph(text("response-text")),
                .table(
                    Report.Table(
                        caption: text("response-caption"),
                        columns: [text("column.group")] + names.map { text("column.\($0)") },
                        rows: rows
                    )
                ),
            ]
        )
    }

    private var agreement: Report.Section {
        let table = tables.agreement
        let items = table.dimensions.first?.codes ?? []
        let rows = items.map { item -> (heading: String, cells: [Report.Cell]) in
            let isAgreed = status(table, [item]) > 1
            return (
                item,
                ["files", "percent", "alpha"].map { cell(table, [item], $0) }
                    + [.text(text(isAgreed ? "shown" : "withheld"))]
            )
        }
        return Report.Section(
            title: text("agreement"),
            blocks: [
                .paragraph(text("agreement-text", ["limit": "\(state.request.agreementLimit)"])),
                .table(
                    Report.Table(
                        caption: text("agreement-caption"),
                        columns: ["item", "files", "percent", "alpha", "what"].map {
                            text("column.\($0)")
                        },
                        rows: rows
                    )
                ),
            ]
        )
    }

    private var outlook: Report.Section {
        let rows = state.plan.plan.outlooks.map { outlook in
            let title = state.request.domains.first { $0.id == outlook.domain }?.title[language]
            let half = outlook.halfWidth.map { Report.Cell.tenths(Int(($0 * 1000).rounded())) }
            return (
                heading: title ?? outlook.domain,
                cells: [
                    .number(Int(outlook.files.rounded())), half ?? .missing,
                    .tenths(Int((outlook.wanted * 1000).rounded())),
                    .text(text("verdict.\(outlook.verdict.rawValue)")),
                ]
            )
        }
        return Report.Section(
            title: text("outlook"),
            blocks: [
                .paragraph(text("outlook-text", ["day": state.plan.plan.day])),
                .table(
                    Report.Table(
                        caption: text("outlook-caption"),
                        columns: ["domain", "expected", "half", "wanted", "what"].map {
                            text("column.\($0)")
                        },
                        rows: rows
                    )
                ),
            ]
        )
    }

    private var method: Report.Section {
        let plan = state.plan.plan
        return Report.Section(
            title: text("method"),
            blocks: [
                .terms([
                    (text("term.seed"), state.draw?.seed ?? ""),
                    (text("term.algorithm"), state.draw?.algorithm ?? ""),
                    (text("term.plan"), "\(plan.version), \(plan.day)"),
                    (text("term.signature"), state.plan.signature),
                    (text("term.frame"), plan.frame),
                    (text("term.codebook"), "\(plan.codebook.id) \(plan.codebook.version)"),
                    (text("term.variance"), text("variance-text")),
                ]),
                .list(["register", "file", "consent"].map { text("not-said.\($0)") }),
            ]
        )
    }
}

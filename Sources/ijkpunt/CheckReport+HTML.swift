import Definitions
import Domain
import Intake
import Publication

extension CheckReport {
    /// How many rows of a rule the page names.
    private static let named = 20

    /// The report as a page that stands by itself.
    func page() -> Report {
        let findings = files.reduce(0) { $0 + $1.findingCount }
        let refused = files.count(where: \.isRefused)
        let values = [
            "files": "\(files.count)", "findings": "\(findings)", "refused": "\(refused)",
            "accepted": "\(files.count - refused)",
        ]
        var report = Report(
            kicker: words("check.page.kicker"),
            title: words("check.page.title"),
            lead: words("check.page.lead", values)
        )
        if files.count > 1 { report.sections.append(overview()) }
        report.sections += files.map(section)
        report.sections.append(
            Report.Section(
                title: words("check.page.reading"),
                blocks: [
                    .terms(
                        Finding.Severity.allCases.map {
                            (words($0), words("check.page.severity.\($0.rawValue)"))
                        }
                    ),
                    .paragraph(words("check.page.private")),
                ]
            )
        )
        return report
    }

    private func overview() -> Report.Section {
        var table = Report.Table(
            caption: words("check.page.overview"),
            columns: ["file", "outcome", "rows", "left-out", "findings"].map {
                words("check.page.column.\($0)")
            }
        )
        for file in files {
            let outcome = words(file.isRefused ? "check.page.refused" : "check.page.accepted")
            table.rows.append(
                (
                    file.path,
                    [
                        .text(outcome), .number(file.rowCount), .number(file.leftOut),
                        .number(file.findingCount),
                    ]
                )
            )
        }
        return Report.Section(title: words("check.page.files"), blocks: [.table(table)])
    }

    private func section(_ file: ReadFile) -> Report.Section {
        let outcome = words(file.isRefused ? "check.page.refused" : "check.page.accepted")
        var section = Report.Section(
            title: CheckReport.shortName(file.path),
            blocks: [
                .terms([
                    (words("check.page.column.outcome"), outcome),
                    (words("check.page.column.source"), sourceName(file)),
                    (words("check.page.column.holder"), file.holder ?? "–"),
                    (words("check.page.column.period"), file.period?.description ?? "–"),
                    (words("check.page.column.rows"), "\(file.rowCount)"),
                    (words("check.page.column.left-out"), "\(file.leftOut)"),
                ])
            ]
        )
        let groups = file.findingGroups(first: CheckReport.named)
        guard !groups.isEmpty else {
            section.blocks.append(.paragraph(words("check.page.nothing")))
            return section
        }
        section.blocks.append(.table(summary(groups)))
        let wording = FindingWording(definitions: definitions, language: language)
        for group in groups {
            let title = ["code": group.code, "severity": words(group.severity)]
            section.blocks.append(.heading(words("check.page.rule", title)))
            if let first = group.first.first {
                let name = CheckReport.shortName(file.path)
                section.blocks.append(.paragraph(wording.message(first, file: name)))
            }
            if group.severity == .query, let answer = explanation(of: group.code, in: file) {
                section.blocks.append(.paragraph("→ " + answer))
            } else if let rule = definitions.ruleTexts[group.code] {
                section.blocks.append(.paragraph("→ " + rule.remedy[language]))
            }
            if let rows = rows(group) { section.blocks.append(.paragraph(rows)) }
        }
        if let change = change(of: file) { section.blocks += self.change(change) }
        return section
    }

    private func sourceName(_ file: ReadFile) -> String {
        definitions.sources[file.source]?.title[language] ?? "–"
    }

    private func summary(_ groups: [ReadFile.FindingGroup]) -> Report.Table {
        Report.Table(
            caption: words("check.page.by-rule"),
            columns: ["rule", "severity", "fields", "count"].map {
                words("check.page.column.\($0)")
            },
            rows: groups.map { group in
                let fields = group.fields.keys.filter { !$0.isEmpty }.sorted()
                return (
                    group.code,
                    [
                        .text(words(group.severity)), .text(fields.joined(separator: ", ")),
                        .number(group.count),
                    ]
                )
            }
        )
    }

    /// The first rows of a rule by number, each once.
    private func rows(_ group: ReadFile.FindingGroup) -> String? {
        var rows: [Int] = []
        for row in group.first.compactMap(\.row) where rows.last != row { rows.append(row) }
        guard !rows.isEmpty else { return nil }
        let list = rows.map(String.init).joined(separator: ", ")
        let key = group.count > group.first.count ? "check.page.first-rows" : "check.page.rows"
        return words(key, ["rows": list, "count": "\(group.count)"])
    }

    private func change(_ change: CheckChange) -> [Report.Block] {
        var table = Report.Table(
            caption: words("check.page.since"),
            columns: ["rule", "fields", "new", "solved", "still"].map {
                words("check.page.column.\($0)")
            }
        )
        for line in change.lines {
            table.rows.append(
                (
                    line.code,
                    [
                        .text(line.field), .number(line.added), .number(line.solved),
                        .number(line.still),
                    ]
                )
            )
        }
        return [
            .heading(words("check.page.since")),
            .paragraph(words("check.since", change.totals.mapValues(String.init))),
            .table(table),
        ]
    }
}

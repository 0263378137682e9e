import Columns
import Definitions
import Domain

/// Who is followed from a half-year on, and where they count: from reports or from contacts.
struct FollowedPeriod {
    /// Someone under age without a number, who cannot be followed.
    struct Unlinked {
        let cells: [Int]
        let holder: UInt16
        let municipality: UInt16
    }

    private(set) var children: [FollowedChild] = []
    private(set) var unlinked: [Unlinked] = []
    private let table: SparseTable
    private let days: ClosedRange<UInt16>
    private let adult: Birthdays

    init(_ table: SparseTable, period: Period, adultAge: Int) {
        self.table = table
        days = PackedDay.pack(period.start.number)...PackedDay.pack(period.end.number)
        adult = Birthdays(age: adultAge)
    }

    /// The children in reports: from the day of the report, and from the end of an investigation.
    mutating func take(
        _ reports: [CountedReport],
        axes: ReportAxes,
        definitions: BreakdownDefinitions,
        investigation: UInt8
    ) {
        let asksIndex = table.axes.contains { $0.breakdown == .index }
        for report in reports where report.isReport {
            if days.contains(report.day) {
                let cells = cells(of: report, index: nil, axes, definitions)
                take(report, from: report.day, cells)
            }
            if asksIndex, report.decision == investigation, days.contains(report.serviceEnd) {
                let index = FollowedPeriod.outcome(of: report, definitions)
                let cells = cells(of: report, index: index, axes, definitions)
                take(report, from: report.serviceEnd, cells)
            }
        }
        children = FollowedChild.first(of: children)
    }

    private mutating func take(_ report: CountedReport, from day: UInt16, _ cells: [Int]) {
        for victim in report.victims
        where CountedReport.known(victim.birth) && adult[victim.birth] > day {
            add(
                victim.number,
                cells,
                day: day,
                holder: report.key.holder,
                municipality: victim.municipality
            )
        }
    }

    /// The minors in contacts.
    mutating func take(_ contacts: [ContactRow]) {
        for contact in contacts where days.contains(contact.day) {
            guard contact.birth != PackedDay.absent, adult[contact.birth] > contact.day else {
                continue
            }
            var choices: [[IndicatorDefinition.Breakdown: Int]] = [[:]]
            for axis in table.axes {
                let byte: UInt8
                switch axis.breakdown {
                case .acute: byte = contact.acute
                case .nature: byte = contact.nature
                default: continue
                }
                let number = Int(axis.numberOfByte[Int(byte)])
                choices += choices.map { $0.merging([axis.breakdown: number]) { $1 } }
            }
            add(
                contact.person,
                choices.map(table.cell),
                day: contact.day,
                holder: contact.holder,
                municipality: contact.municipality
            )
        }
        children = FollowedChild.first(of: children)
    }

    private mutating func add(
        _ person: UInt32,
        _ cells: [Int],
        day: UInt16,
        holder: UInt16,
        municipality: UInt16
    ) {
        guard person != Numbering.nobody else {
            unlinked.append(Unlinked(cells: cells, holder: holder, municipality: municipality))
            return
        }
        children += cells.map { cell in
            FollowedChild(
                person: person,
                cell: cell,
                day: day,
                holder: holder,
                municipality: municipality
            )
        }
    }

    /// The cells of a report, the totals of scope and group among them.
    private func cells(
        of report: CountedReport,
        index: Int?,
        _ axes: ReportAxes,
        _ definitions: BreakdownDefinitions
    ) -> [Int] {
        let scopes = axes.codes(of: report, on: .scope)
        var choices: [[IndicatorDefinition.Breakdown: Int]] = [index.map { [.index: $0] } ?? [:]]
        for axis in table.axes {
            let numbers: [Int]
            switch axis.breakdown {
            case .scope: numbers = scopes
            case .reportGroup: numbers = [FollowedPeriod.group(scopes, definitions)]
            default: continue
            }
            choices += choices.flatMap { choice in
                numbers.map { choice.merging([axis.breakdown: $0]) { $1 } }
            }
        }
        return choices.map(table.cell)
    }

    /// What an investigation found: the weightiest outcome, unknown behind them.
    private static func outcome(
        of report: CountedReport,
        _ definitions: BreakdownDefinitions
    ) -> Int {
        let found = definitions.investigationOutcomes.firstIndex { outcome in
            outcome.outcomes.contains { code in
                CodeTable.byte(for: code).map { $0 < 64 && report.outcomes >> UInt64($0) & 1 == 1 }
                    ?? false
            }
        }
        return found ?? definitions.investigationOutcomes.count
    }

    private static func group(_ scopes: [Int], _ definitions: BreakdownDefinitions) -> Int {
        let codes = scopes.map { definitions.reportScopes[$0].code }
        let own = definitions.reportGroups.firstIndex { group in
            group.scope.map(codes.contains) ?? false
        }
        return own ?? definitions.reportGroups.firstIndex { $0.scope == nil } ?? 0
    }
}

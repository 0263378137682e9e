import Columns
import Definitions
import Domain

/// The axes of advices and reports, and on which of their codes a report stands.
struct ReportAxes: Sendable {
    /// A scope as the engine asks for it.
    private struct Scope: Sendable {
        let occasions: UInt64
        let natures: UInt64
        let birthdays: Birthdays?
    }

    let order: CodeOrder
    private let axes: [IndicatorDefinition.Breakdown: Axis]
    private let scopes: [Scope]
    /// For each byte of a reporter the number of its group; that of unknown for others.
    private let groups: [UInt8]
    private let bits: [IndicatorDefinition.Breakdown: [(bit: UInt64, number: Int)]]

    init(_ definitions: DefinitionSet) {
        func codes(_ breakdown: IndicatorDefinition.Breakdown) -> [String] {
            definitions.codes(of: breakdown, in: "veiligthuis").map(\.code)
        }
        func order(_ list: String) -> CodeOrder.OfList {
            CodeOrder.OfList(definitions.codeLists[list]?.entries.map(\.code) ?? [])
        }
        self.order = CodeOrder(
            reporter: order("vt_hoedanigheid"),
            appraisal: order("vt_taxatie"),
            decision: order("vt_besluit"),
            involvement: order("vt_betrokkenheid")
        )
        var axes: [IndicatorDefinition.Breakdown: Axis] = [
            .scope: Axis(.scope, codes: codes(.scope), hasUnknown: false, isAdditive: false)
        ]
        for breakdown in [.reporterGroup, .appraisal, .decision, .involvement]
            as [IndicatorDefinition.Breakdown]
        {
            axes[breakdown] = Axis(breakdown, codes: codes(breakdown), hasUnknown: true)
        }
        var bits: [IndicatorDefinition.Breakdown: [(bit: UInt64, number: Int)]] = [:]
        // A report with two natures is one report: those totals are counted, not summed.
        for breakdown in [.nature, .outcome, .referral] as [IndicatorDefinition.Breakdown] {
            let codes = codes(breakdown)
            axes[breakdown] = Axis(breakdown, codes: codes, hasUnknown: true, isAdditive: false)
            bits[breakdown] = codes.enumerated().map { number, code in
                (1 << UInt64(CodeSetTable.bit(for: code) ?? 0), number)
            }
        }
        self.axes = axes
        self.bits = bits
        scopes = definitions.breakdowns.reportScopes.map { scope in
            Scope(
                occasions: ReportAxes.set(scope.occasions),
                natures: ReportAxes.set(scope.natures),
                birthdays: scope.victimUnder.map { Birthdays(age: $0) }
            )
        }
        let groupCodes = codes(.reporterGroup)
        var groups = [UInt8](repeating: UInt8(groupCodes.count), count: 256)
        for entry in definitions.codeLists["vt_hoedanigheid"]?.entries ?? [] {
            guard let byte = CodeTable.byte(for: entry.code),
                let number = groupCodes.firstIndex(of: entry.group ?? "")
            else { continue }
            groups[Int(byte)] = UInt8(number)
        }
        self.groups = groups
    }

    private static func set(_ codes: [String]) -> UInt64 {
        codes.reduce(0) { $0 | 1 << UInt64(CodeSetTable.bit(for: $1) ?? 0) }
    }

    /// The axis for a breakdown.
    subscript(breakdown: IndicatorDefinition.Breakdown) -> Axis {
        axes[breakdown] ?? Axis(breakdown, codes: [], hasUnknown: true)
    }

    /// The numbers of the codes on which a report stands, the total left out.
    func codes(of report: CountedReport, on breakdown: IndicatorDefinition.Breakdown) -> [Int] {
        switch breakdown {
        case .scope: return scopes.indices.filter { isIn(scopes[$0], report) }
        case .reporterGroup: return [Int(groups[Int(report.reporter)])]
        case .appraisal: return [Int(self[.appraisal].numberOfByte[Int(report.appraisal)])]
        case .decision: return [Int(self[.decision].numberOfByte[Int(report.decision)])]
        case .involvement: return [Int(self[.involvement].numberOfByte[Int(report.involvement)])]
        case .nature: return numbers(in: report.natures, .nature)
        case .outcome: return numbers(in: report.outcomes, .outcome)
        case .referral: return numbers(in: report.referrals, .referral)
        default: return []
        }
    }

    private func numbers(
        in set: UInt64,
        _ breakdown: IndicatorDefinition.Breakdown
    ) -> [Int] {
        let found = (bits[breakdown] ?? []).filter { set & $0.bit != 0 }.map(\.number)
        return found.isEmpty ? [self[breakdown].codes.count - 1] : found
    }

    private func isIn(_ scope: Scope, _ report: CountedReport) -> Bool {
        if report.occasions & scope.occasions != 0 || report.natures & scope.natures != 0 {
            return true
        }
        guard let birthdays = scope.birthdays, report.natures != 0 else { return false }
        return report.victims.contains {
            CountedReport.known($0.birth) && birthdays[$0.birth] > report.day
        }
    }
}

import Definitions
import Domain
import Foundation
import Testing

@testable import Disclosure

@Suite("Tables of Veilig Thuis in universes")
struct ReportSlicesTests {
    private static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../Definitions"
            )
        )
    }

    private func country(_ seed: UInt64 = 1, count: Int = 160) throws -> SmallReports {
        SmallReports(try ReportSlicesTests.definitions.get(), seed: seed, count: count)
    }

    private func report(
        _ vintages: [(plan: UniversePlan, rounding: UniverseRounding)],
        isUnchanged: Bool = true
    ) throws -> AttackReport {
        let released = ReleasedSystem(
            vintages,
            reference: try ReportSlicesTests.definitions.get().regions,
            boundaries: vintages.map { _ in 2020 },
            isUnchanged: isUnchanged
        )
        return try Attacker(released.system, settings: AttackSettings(effort: 40_000_000)).run()
    }

    @Test func `each scope is held in all reports, and advices are of other units`() throws {
        let (plan, _) = try country().rounded()
        #expect(plan.refused.isEmpty)
        #expect(plan.isLoose.isEmpty)
        let prefix = "veiligthuis report reports-received"
        let own = plan.grids.filter { $0.table.indicator.hasPrefix("VT-01|") }
        #expect(
            Dictionary(uniqueKeysWithValues: own.map { ($0.quantity ?? "", $0.containerQuantity) })
                == [
                    prefix: nil, prefix + " scope=child-maltreatment": prefix,
                    prefix + " scope=sexual-abuse": prefix, prefix + " advices": nil,
                    prefix + " advices scope=child-maltreatment": prefix + " advices",
                    prefix + " advices scope=sexual-abuse": prefix + " advices",
                ]
        )
    }

    @Test(arguments: [1, 2, 3, 4] as [UInt64])
    func `no condition of safety is broken, and every leaf is beside its count`(
        _ seed: UInt64
    ) throws {
        let (plan, rounding) = try country(seed).rounded()
        #expect(UniverseCheck(plan: plan, rounding: rounding, base: 5).findings() == [])
        for (number, grid) in plan.grids.enumerated() {
            for (side, list) in zip(grid.sides + [grid.covers], rounding.printed[number]) {
                #expect(side.leaves.count == list.count)
                for (leaf, printed) in zip(side.leaves, list) {
                    #expect(abs(leaf.value - printed.value) < 5 && printed.value % 5 == 0)
                }
            }
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func `the attacker finds nothing over all linked tables`(_ seed: UInt64) throws {
        let found = try report([country(seed, count: 110).rounded()])
        #expect(found.undecided == [])
        #expect(found.targets > 100)
        #expect(found.findings == [])
    }

    @Test func `the attacker finds nothing over three vintages with changes`() throws {
        var country = try country(5, count: 80)
        let first = try country.rounded()
        country.reports[0].scopes = ["child-maltreatment"]
        country.reports.append(country.reports[7])
        let second = try country.rounded(earlier: first.rounding.kept)
        country.reports.removeLast(3)
        var kept = first.rounding.kept
        kept.merge(second.rounding.kept)
        let third = try country.rounded(earlier: kept)
        let found = try report([first, second, third], isUnchanged: false)
        #expect(found.undecided == [])
        #expect(found.findings == [])
    }

    @Test func `a scope that was rounded apart breaks a condition, or gives cells away`() throws {
        var broken = 0
        for seed in 1...6 as ClosedRange<UInt64> {
            let country = try country(seed)
            // In a small country sums may leave a slice no rounding; the stage leaves it out then.
            guard let (plan, rounding) = try? country.rounded(),
                let (_, other) = try? country.rounded(key: "another secret here")
            else { continue }
            let slice = try #require(
                plan.grids.firstIndex { $0.table.indicator == "VT-01|child-maltreatment" }
            )
            let mixed = rounding.replacing(table: slice, by: other)
            let found = UniverseCheck(plan: plan, rounding: mixed, base: 5).findings()
            broken += found.count
            #expect(found.allSatisfy { $0.indicator == "VT-01|child-maltreatment" })
        }
        #expect(broken > 0)
    }

    @Test func `the printed table has the form of the whole, and withholds what no slice has`()
        throws
    {
        let country = try country(3)
        let definitions = try ReportSlicesTests.definitions.get()
        let profile = try #require(definitions.profiles["ijkpunt"])
        let outcome = UniverseStage(
            definitions: definitions,
            profile: profile,
            key: CubeKey(secret: Array("a secret of the tests".utf8)),
            work: 100_000
        ).run(try SmallReports.ids.map { try country.table($0) })
        #expect(outcome.refused.isEmpty)
        #expect(outcome.findings == [])
        #expect(outcome.tables.map(\.indicator).sorted() == SmallReports.ids)
        let table = try #require(outcome.tables.first { $0.indicator == "VT-01" })
        let whole = try country.table("VT-01")
        #expect(table.dimensions == whole.dimensions)
        let nation = CellTable.Region(geography: .country, code: "NL01")
        func value(_ scope: String, _ reporter: String, _ nature: String) -> ProtectedTable.Value? {
            let codes = table.dimensions.map {
                ["scope": scope, "reporter": reporter, "nature": nature][$0.name] ?? "T"
            }
            return table.value(nation, codes, "reports")
        }
        // One count under two names is one number.
        for reporter in ["T", "gp", "police"] {
            #expect(value("sexual-abuse", reporter, "T") == value("T", reporter, "06"))
        }
        #expect(value("T", "T", "01") == .suppressed)
        #expect(value("sexual-abuse", "T", "06") == .suppressed)
        // Parts add up, and no scope is more than all reports.
        func number(_ scope: String, _ reporter: String) -> Int64 {
            if case .shown(let number) = value(scope, reporter, "T") { number } else { -1 }
        }
        for scope in ["T", "child-maltreatment", "sexual-abuse"] {
            #expect(number(scope, "gp") + number(scope, "police") == number(scope, "T"))
            #expect(number(scope, "gp") <= number("T", "gp"))
        }
        let counted = country.reports.count { !$0.isAdvice }
        #expect(abs(number("T", "T") - Int64(counted)) < 30)
        // Repeat reports are parts of reports, of which two tables print one number.
        let repeats = try #require(outcome.tables.first { $0.indicator == "VT-07" })
        #expect(repeats.measures.map(\.name) == ["repeat", "repeat_unknown", "reports"])
        #expect(repeats.value(nation, ["T"], "reports") == value("T", "T", "T"))
    }

    @Test(arguments: ["VT-02", "VT-03", "VT-09"])
    func `a table whose reports others hold in part is refused`(_ id: String) throws {
        let definitions = try ReportSlicesTests.definitions.get()
        let definition = try #require(definitions.indicators[id])
        #expect(throws: UniverseError.partlyHeld(indicator: id)) {
            _ = try ReportSlices(
                CellTable(
                    indicator: id,
                    period: .halfYear(ReportingPeriod(ordinal: 2019 * 2)),
                    unit: definition.unit,
                    dimensions: [
                        CellTable.Dimension(name: "scope", codes: ["T"], isAdditive: false)
                    ],
                    measures: [CellTable.Measure(name: "reports")],
                    regions: [CellTable.Region(geography: .country, code: "NL01")],
                    cells: [(key: 0, value: 7)]
                ),
                definition,
                scopes: definitions.breakdowns.reportScopes
            )
        }
    }
}

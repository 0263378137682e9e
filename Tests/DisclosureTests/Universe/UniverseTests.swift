import Definitions
import Domain
import Foundation
import Testing

@testable import Disclosure

@Suite("Universes")
struct UniverseTests {
    private static let definitions = Result {
        try DefinitionSet.load(
            from: URL(filePath: #filePath).deletingLastPathComponent().appending(
                path: "../../../Definitions"
            )
        )
    }
    private let ids = ["BJ-01", "BJ-02", "BJ-03", "BJ-04", "BJ-05", "BJ-06", "JB-01"]

    private func country(
        seed: UInt64 = 1,
        boundaries: Int = 2020,
        count: Int = 260
    ) throws -> SmallCountry {
        SmallCountry(
            try UniverseTests.definitions.get(),
            boundaries: boundaries,
            seed: seed,
            count: count
        )
    }

    private func findings(
        _ vintages: [(plan: UniversePlan, rounding: UniverseRounding)],
        boundaries: [Int],
        isUnchanged: Bool
    ) throws -> [String] {
        let released = ReleasedSystem(
            vintages,
            reference: try UniverseTests.definitions.get().regions,
            boundaries: boundaries,
            isUnchanged: isUnchanged
        )
        let report = try Attacker(released.system, settings: AttackSettings(effort: 40_000_000))
            .run()
        #expect(report.undecided.count == 0)
        #expect(report.targets > 1_000)
        return report.findings.map {
            "\(released.system.labels.name(ofCell: $0.cell)): \($0.kind) \($0.low)…\($0.high)"
        }
    }

    @Test func `tables that count the same share the levels they have in common`() throws {
        let (plan, _) = try country().rounded(ids)
        #expect(plan.refused.isEmpty)
        #expect(
            plan.levels.mapValues { $0.map { $0.joined(separator: ",") }.sorted() } == [
                "jeugdhulp trajectory running": ["form,referrer"],
                "jeugdhulp trajectory started": ["form,referrer"],
                "jeugdhulp trajectory ended": ["form,referrer"],
                "jeugdhulp child running": ["age,sex"],
            ]
        )
    }

    @Test(arguments: [1, 2, 3] as [UInt64])
    func `no condition of safety is broken, whatever the country`(_ seed: UInt64) throws {
        let (plan, rounding) = try country(seed: seed).rounded(ids)
        #expect(UniverseCheck(plan: plan, rounding: rounding, base: 5).findings() == [])
        for (number, grid) in plan.grids.enumerated() {
            for (side, list) in zip(grid.sides + [grid.covers], rounding.printed[number]) {
                #expect(side.leaves.count == list.count)
                for (leaf, printed) in zip(side.leaves, list) {
                    #expect(abs(leaf.value - printed.value) < 5)
                    if leaf.value % 5 == 0 { #expect(leaf.value == printed.value) }
                }
            }
        }
    }

    @Test func `the attacker finds nothing in a release over all tables and geographies`() throws {
        let first = try country(count: 200).rounded(ids)
        #expect(try findings([first], boundaries: [2020], isUnchanged: true) == [])
    }

    @Test func `the attacker finds nothing over three vintages with changes`() throws {
        var country = try country(count: 90)
        let first = try country.rounded(ids)
        country.units[0].codes["form"] = "13"
        country.units.append(country.units[5])
        let second = try country.rounded(ids, earlier: first.rounding.kept)
        country.units.removeLast(3)
        var kept = first.rounding.kept
        kept.merge(second.rounding.kept)
        let third = try country.rounded(ids, earlier: kept)
        #expect(
            try findings(
                [first, second, third],
                boundaries: [2020, 2020, 2020],
                isUnchanged: false
            ) == []
        )
    }

    @Test func `the attacker finds nothing over a merger, even if no record changed`() throws {
        let before = try country(count: 150)
        let first = try before.rounded(ids)
        let after = try country(boundaries: 2021, count: 150)
        let second = try after.rounded(ids, earlier: first.rounding.kept)
        #expect(
            try findings([first, second], boundaries: [2020, 2021], isUnchanged: true) == []
        )
    }

    @Test func `rounded anew after a merger the same country gives cells away`() throws {
        let first = try country(count: 150).rounded(ids)
        let second = try country(boundaries: 2021, count: 150).rounded(
            ids,
            key: "another secret here"
        )
        let released = ReleasedSystem(
            [first, second],
            reference: try UniverseTests.definitions.get().regions,
            boundaries: [2020, 2021],
            isUnchanged: true
        )
        let report = try Attacker(released.system, settings: AttackSettings(effort: 40_000_000))
            .run()
        #expect(!report.findings.isEmpty)
    }

    @Test func `what has not changed keeps its number, and only that`() throws {
        var country = try country()
        let first = try country.rounded(ids)
        let again = try country.rounded(
            ids,
            key: "another secret here",
            earlier: first.rounding.kept
        )
        #expect(again.rounding.kept == first.rounding.kept)
        #expect(again.rounding.keptCount == again.rounding.leafCount)
        country.units.append(country.units[0])
        let third = try country.rounded(ids, earlier: first.rounding.kept)
        #expect(third.rounding.keptCount < third.rounding.leafCount)
        #expect(third.rounding.keptCount > third.rounding.leafCount / 2)
    }

    @Test func `over twelve vintages with many changes no condition is broken`() throws {
        var country = try country(seed: 7)
        var kept = KeptCube()
        for vintage in 0..<12 {
            let (plan, rounding) = try country.rounded(ids, earlier: kept)
            #expect(
                UniverseCheck(plan: plan, rounding: rounding, base: 5).findings() == [],
                "\(vintage)"
            )
            #expect(vintage == 0 || rounding.keptCount > rounding.leafCount / 2)
            kept.merge(rounding.kept)
            for change in 0..<6 {
                let place = (vintage * 37 + change * 53) % country.units.count
                if change % 2 == 0 {
                    country.units.append(country.units[place])
                } else {
                    country.units.remove(at: place)
                }
            }
        }
    }

    @Test func `the kept cube is read as it was written, and nothing else`() throws {
        let kept = try country().rounded(ids).rounding.kept
        var read = KeptCube()
        for name in kept.names {
            let bytes = kept.bytes(of: name)
            let isRead = read.read(bytes, as: name)
            #expect(isRead)
            var shorter = KeptCube()
            let isShorterRead = shorter.read(Array(bytes.dropLast()), as: name)
            #expect(!isShorterRead)
        }
        #expect(read == kept)
    }

    @Test func `a condition that is broken is found, with its table and cell`() throws {
        let (plan, rounding) = try country().rounded(["BJ-05", "BJ-06"])
        let (_, other) = try country().rounded(["BJ-05", "BJ-06"], key: "another secret here")
        // One table of one rounding beside another table of another.
        let mixed = rounding.replacing(table: 1, by: other)
        let found = UniverseCheck(plan: plan, rounding: mixed, base: 5).findings()
        #expect(!found.isEmpty)
        #expect(found.allSatisfy { $0.condition == .sameNumber && $0.indicator == "BJ-06" })
    }

    @Test func `a table that counts some units under a condition of its own is refused`() throws {
        let definitions = try UniverseTests.definitions.get()
        let definition = try #require(definitions.indicators["BJ-08"])
        let table = CellTable(
            indicator: "BJ-08",
            period: .halfYear(ReportingPeriod(ordinal: 2019 * 2)),
            unit: .trajectory,
            dimensions: [],
            measures: [CellTable.Measure(name: "ended")],
            regions: [CellTable.Region(geography: .country, code: "NL01")],
            cells: [(key: 0, value: 7)]
        )
        #expect(throws: UniverseError.limited(indicator: "BJ-08")) {
            _ = try UniverseGrid(
                table,
                definition,
                groups: [:],
                reference: definitions.regions
            )
        }
        #expect(UniverseError.limited(indicator: "BJ-08").indicator == "BJ-08")
    }

    @Test func `the same key gives the same bytes`() throws {
        let country = try country()
        let first = try country.rounded(ids).rounding.kept
        let second = try country.rounded(ids).rounding.kept
        #expect(first == second)
    }
}

import Disclosure
import Testing

@Suite("The attacker")
struct AttackerTests {
    private func findings(
        _ system: CellSystem,
        _ settings: AttackSettings = AttackSettings()
    ) throws -> [AttackReport.Finding] {
        let report = try Attacker(system, settings: settings).run()
        #expect(report.isComplete)
        return report.findings
    }

    @Test func `two tables one child apart give the child away`() throws {
        // All youths, and all but those of one group: the group is printed nowhere.
        let found = try findings(PrintedTable("17 ? 18").system)
        #expect(found == [.init(cell: 1, kind: .exact, low: 1, high: 1)])
    }

    @Test(arguments: [
        (17, 18, [AttackReport.Finding(cell: 2, kind: .exact, low: 1, high: 1)]),
        (18, 17, [AttackReport.Finding(cell: 2, kind: .exact, low: -1, high: -1)]),
        (18, 18, []), (18, 30, []),
    ])
    func `two releases one child apart give the change away`(
        _ before: Int,
        _ now: Int,
        _ expected: [AttackReport.Finding]
    ) throws {
        var system = CellSystem(labels: GivenLabels(cells: ["before", "now", "change"]))
        let earlier = system.addCell(.exact(before))
        let later = system.addCell(.exact(now))
        let change = system.addCell(.absent, kind: .change)
        system.addRelation([(earlier, 1), (change, 1), (later, -1)])
        #expect(try findings(system) == expected)
    }

    @Test func `rounding to either side hides a change`() throws {
        var system = CellSystem(labels: GivenLabels(cells: []))
        let earlier = system.addCell(.rounded(20, base: 5, mode: .adjacent))
        let later = system.addCell(.rounded(25, base: 5, mode: .adjacent))
        let change = system.addCell(.absent, kind: .change)
        system.addRelation([(earlier, 1), (change, 1), (later, -1)])
        #expect(try findings(system).isEmpty)
    }

    @Test func `a merger of municipalities is a sum over two releases`() throws {
        // Before: 12 and a withheld neighbour. After the merger: 15 together.
        var system = CellSystem(labels: GivenLabels(cells: []))
        let one = system.addCell(.exact(12))
        let other = system.addCell(.suppressed)
        let merged = system.addCell(.exact(15))
        system.addSum(of: [one, other], equals: merged)
        #expect(try findings(system) == [.init(cell: 1, kind: .exact, low: 3, high: 3)])
    }

    @Test func `stock and flow are a relation as any other`() throws {
        // Begin 40, in 10, out withheld, end 47.
        var system = CellSystem(labels: GivenLabels(cells: []))
        let cells = [40, 10].map { system.addCell(.exact($0)) }
        let out = system.addCell(.suppressed)
        let end = system.addCell(.exact(47))
        system.addRelation([(cells[0], 1), (cells[1], 1), (out, -1), (end, -1)])
        #expect(try findings(system) == [.init(cell: 2, kind: .exact, low: 3, high: 3)])
    }

    @Test(arguments: [
        // 0.7 per 1 000 of 4 567: 0.65 … 0.75 is 2.97 … 3.43.
        (7, 1, 4_567, 3, 3),
        // 12.3 per 1 000 of 400: 4.90 … 4.94: no whole number; of 4 000: 49.0 … 49.4.
        (123, 1, 4_000, 49, 49),
        // 12 per 1 000 of 4 000: 46 … 50.
        (12, 0, 4_000, 46, 50),
    ])
    func `a rate with a public denominator is an interval`(
        _ printed: Int,
        _ decimals: Int,
        _ denominator: Int,
        _ low: Int,
        _ high: Int
    ) {
        #expect(
            CellKnowledge.rate(printed, decimals: decimals, per: 1_000, denominator: denominator)
                == .interval(low, high)
        )
    }

    @Test func `who stands alone in a cell subtracts itself`() throws {
        let system = PrintedTable(". . 10\n. . 12\n9 13 22").system
        let attacker = Attacker(system)
        #expect(try attacker.run().findings.isEmpty)
        let found = try attacker.run(knowing: [0: 1]).findings
        #expect(found.map(\.cell) == [1, 3, 4])
        #expect(found.allSatisfy { $0.kind == .exact })
    }

    @Test func `a printed zero that stands for 0 to 2 is no finding until it is narrowed`() throws {
        #expect(try findings(PrintedTable("~0 ~50 ~50").system).isEmpty)
        let found = try findings(PrintedTable("~0 ~0 ~5").system)
        #expect(found.map(\.kind) == [.small, .small, .small])
    }

    @Test func `kinds are exact, then small, then narrow`() throws {
        let found = try findings(PrintedTable("3..3 1..4 1..3 10..12 10..90").system)
        #expect(found.map(\.cell) == [1, 2, 3])
        #expect(found.map(\.kind) == [.small, .small, .narrow])
    }

    @Test func `sums of exact figures are no findings`() throws {
        #expect(try findings(PrintedTable("1 2 =3").system).isEmpty)
    }

    @Test func `margins that are sums of leaves rounded to either side give nothing away`() throws {
        var chance = TestChance(5)
        let leaves = (0..<60).map { _ in chance.below(4) * chance.below(6) }
        let rounded = leaves.map { $0 % 5 == 0 ? $0 : $0 / 5 * 5 + 5 * chance.below(2) }
        let (_, system) = AllTables.table([5, 4, 3]) { sum in
            let printed = sum.reduce(0) { $0 + rounded[$1] }
            return sum.count == 1
                ? .rounded(printed, base: 5, mode: .adjacent) : .derived(printed)
        }
        #expect(try findings(system).isEmpty)
    }

    @Test func `the same margins rounded by themselves do`() throws {
        var chance = TestChance(5)
        let leaves = (0..<60).map { _ in chance.below(4) }
        let (_, system) = AllTables.table([5, 4, 3]) { sum in
            let value = sum.reduce(0) { $0 + leaves[$1] }
            return .rounded((value + 2) / 5 * 5, base: 5, mode: .nearest)
        }
        let report = try Attacker(system).run()
        #expect(report.findings.count { $0.kind == .small } >= 5)
        #expect(report.findings.allSatisfy { $0.low <= $0.high })
    }

    @Test func `an effort that does not suffice is told`() throws {
        var chance = TestChance(9)
        let leaves = (0..<60).map { _ in chance.below(40) }
        let (_, system) = AllTables.table([10, 6]) { sum in
            let value = sum.reduce(0) { $0 + leaves[$1] }
            return .rounded((value + 2) / 5 * 5, base: 5, mode: .nearest)
        }
        let report = try Attacker(system, settings: AttackSettings(effort: 0)).run()
        #expect(!report.isComplete)
    }
}

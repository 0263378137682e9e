import Disclosure
import Testing

@Suite("The attacker and all tables")
struct AllTablesTests {
    /// 400 tables of four shapes with small numbers, every cell printed in a way drawn at random.
    @Test(arguments: [[2, 2], [2, 3], [3, 3], [2, 2, 2]])
    func `the attacker's intervals are those of all tables in whole numbers`(
        _ parts: [Int]
    ) throws {
        var chance = TestChance(UInt64(parts.reduce(7) { $0 * 31 + $1 }))
        for _ in 0..<100 {
            let leafCount = parts.reduce(1, *)
            let total = 2 + chance.below(4)
            var leaves = [Int](repeating: 0, count: leafCount)
            for _ in 0..<total { leaves[chance.below(leafCount)] += 1 }
            var bounds: [(low: Int, high: Int)] = []
            // The grand total is bounded, so that the tables can be counted out.
            let most = total + 2
            let (all, system) = AllTables.table(parts) { sum in
                let value = sum.reduce(0) { $0 + leaves[$1] }
                let isGrand = sum.count == leafCount
                switch isGrand ? chance.below(2) : chance.below(6) {
                case 0:
                    bounds.append((value, value))
                    return .exact(value)
                case 1:
                    let low = max(0, value - chance.below(3))
                    let high = min(value + chance.below(3), isGrand ? most : .max)
                    bounds.append((low, high))
                    return .interval(low, high)
                case 2:
                    let rounded = (value + 1) / 3 * 3
                    bounds.append((rounded - 1, rounded + 1))
                    return .rounded(rounded, base: 3, mode: .nearest)
                case 3:
                    let rounded = value % 3 == 0 ? value : value / 3 * 3 + 3 * chance.below(2)
                    bounds.append((rounded - 2, rounded + 2))
                    return .rounded(rounded, base: 3, mode: .adjacent)
                default:
                    bounds.append((0, .max))
                    return .suppressed
                }
            }
            let report = try Attacker(system, settings: AttackSettings(everyInterval: true)).run()
            let expected = try #require(all.intervals(bounds, most: most))
            #expect(report.low == expected.map { $0.low })
            #expect(report.high == expected.map { $0.high })
            #expect(report.isComplete)
        }
    }

    @Test func `findings do not depend on whether every interval was asked for`() throws {
        var chance = TestChance(11)
        for _ in 0..<60 {
            let leaves = (0..<12).map { _ in chance.below(9) }
            let (_, system) = AllTables.table([3, 4]) { sum in
                let value = sum.reduce(0) { $0 + leaves[$1] }
                return chance.below(3) == 0
                    ? .suppressed : .rounded((value + 2) / 5 * 5, base: 5, mode: .nearest)
            }
            let all = try Attacker(system, settings: AttackSettings(everyInterval: true)).run()
            let some = try Attacker(system).run()
            #expect(some.findings.map(\.cell) == all.findings.map(\.cell))
            #expect(some.findings.map(\.kind) == all.findings.map(\.kind))
        }
    }
}

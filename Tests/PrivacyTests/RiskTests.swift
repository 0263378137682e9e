import Columns
import Privacy
import TestSupport
import Testing

@Suite("Risk of re-identification")
struct RiskTests {
    /// Sweeney 2002, "k-anonymity: a model for protecting privacy", figure 2: table T, of which
    /// race, birth year, gender and the first four digits of the ZIP code are released, satisfies
    /// k-anonymity with k = 2.
    @Test func `Sweeney's table has k of 2`() {
        let race: [UInt32] = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1]
        let birth: [UInt32] = [65, 65, 65, 65, 64, 64, 64, 64, 64, 67, 67]
        let gender: [UInt32] = [0, 0, 1, 1, 1, 1, 0, 0, 0, 0, 0]
        let zip: [UInt32] = [214, 214, 213, 213, 213, 213, 213, 213, 213, 213, 213]
        let risk = ReidentificationRisk(columns: [race, birth, gender, zip], limit: 3)
        #expect(risk.records == 11)
        #expect(risk.smallestClass == 2)
        #expect(risk.uniques == 0)
        #expect(risk.inSmallClasses == 8)
    }

    @Test(arguments: [3, 17, 99])
    func `classes are those of a slow count`(seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        let columns = (0..<4).map { _ in
            (0..<500).map { _ in UInt32.random(in: 0...3, using: &random) }
        }
        var classes: [[UInt32]: Int] = [:]
        for row in 0..<500 { classes[columns.map { $0[row] }, default: 0] += 1 }
        let risk = ReidentificationRisk(columns: columns, limit: 3)
        #expect(risk.uniques == classes.values.count { $0 == 1 })
        #expect(risk.inSmallClasses == classes.values.filter { $0 < 3 }.reduce(0, +))
        #expect(risk.smallestClass == classes.values.min())
    }

    @Test func `adding a column never makes anybody safer`() {
        var random = SeededGenerator(seed: 5)
        let columns = (0..<5).map { _ in
            (0..<300).map { _ in UInt32.random(in: 0...4, using: &random) }
        }
        var last = 0
        for count in 1...5 {
            let risk = ReidentificationRisk(columns: Array(columns[..<count]), limit: 5)
            #expect(risk.uniques >= last)
            last = risk.uniques
        }
        #expect(ReidentificationRisk(columns: [[]], limit: 5).smallestClass == 0)
    }
}

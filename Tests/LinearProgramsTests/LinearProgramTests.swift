import LinearPrograms
import Testing

@Suite("Linear programs")
struct LinearProgramTests {
    /// x + y − z = 0 with 0 ≤ x ≤ 4, 1 ≤ y ≤ 3, 2 ≤ z ≤ 5.
    static func sum() -> LinearConstraints {
        var constraints = LinearConstraints(rows: 1)
        constraints.addColumn(0, 4, [(row: 0, coefficient: 1)])
        constraints.addColumn(1, 3, [(row: 0, coefficient: 1)])
        constraints.addColumn(2, 5, [(row: 0, coefficient: -1)])
        return constraints
    }

    @Test func `gives least and greatest, one solve after the other`() {
        var program = LinearProgram(Self.sum())
        program.setObjective(1, of: 2)
        #expect(program.minimise() == .optimal(2))
        program.setObjective(-1, of: 2)
        #expect(program.minimise() == .optimal(-5))
        program.setBounds(0, 1, of: 0)
        #expect(program.minimise(.dual) == .optimal(-4))
        var solution = [0.0, 0, 0]
        program.copySolution(into: &solution)
        #expect(solution == [1, 3, 4])
    }

    @Test func `says when nothing fits and when there is no least value`() {
        var program = LinearProgram(Self.sum())
        program.setBounds(9, 9, of: 2)
        #expect(program.minimise(.dual) == .infeasible)
        var free = LinearConstraints(rows: 1)
        free.addColumn(-.infinity, .infinity, [(row: 0, coefficient: 1)])
        free.addColumn(-.infinity, .infinity, [(row: 0, coefficient: -1)])
        var endless = LinearProgram(free)
        endless.setObjective(1, of: 0)
        #expect(endless.minimise() == .unbounded)
    }

    /// 2x + 3y = 7 over whole numbers has x = 2, y = 1 alone; broken numbers allow y up to 7/3.
    @Test func `whole numbers are stricter than broken ones`() {
        var constraints = LinearConstraints(rows: 1)
        constraints.addColumn(0, 9, [(row: 0, coefficient: 2)])
        constraints.addColumn(0, 9, [(row: 0, coefficient: 3)])
        constraints.rowLow = [7]
        constraints.rowHigh = [7]
        var solution: [Double] = []
        #expect(
            minimiseOverWholeNumbers(
                constraints,
                objective: [0, -1],
                seconds: 10,
                solution: &solution
            ) == .optimal(-1)
        )
        #expect(solution == [2, 1])
    }
}

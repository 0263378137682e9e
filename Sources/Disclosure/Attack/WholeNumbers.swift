internal import LinearPrograms

/// Works out the intervals of a small part in whole numbers, where broken ones leave a doubt.
struct WholeNumbers {
    private let propagation: BoundPropagation

    /// The time after which one program is given up; far more than a small part takes, so that it
    /// does not make results depend on the machine.
    private static let seconds = 600.0

    init(_ propagation: BoundPropagation) {
        self.propagation = propagation
    }

    /// Decides the cells of a part; quantities that need not be whole are left as they are.
    func run(_ part: CellComponents.Part, _ verdicts: inout Verdicts) throws(AttackError) {
        guard part.cells.allSatisfy({ verdicts.system.kinds[$0] != .magnitude }) else { return }
        for (place, cell) in part.cells.enumerated() {
            for isUp in [true, false]
            where isUp ? verdicts.needsWholeHigh(cell) : verdicts.needsWholeLow(cell) {
                var objective = [Double](repeating: 0, count: part.cells.count)
                objective[place] = isUp ? -1 : 1
                var solution: [Double] = []
                let outcome = minimiseOverWholeNumbers(
                    PartProgram.constraints(part, verdicts.system, verdicts.outer),
                    objective: objective,
                    seconds: Self.seconds,
                    solution: &solution
                )
                switch outcome {
                case .optimal(let value):
                    for (place, cell) in part.cells.enumerated() {
                        verdicts.reach(cell, whole: Int(solution[place].rounded()))
                    }
                    let end = Int((isUp ? -value : value).rounded())
                    if isUp {
                        verdicts.outer.high[cell] = end
                    } else {
                        verdicts.outer.low[cell] = end
                    }
                    _ = try propagation.run(&verdicts.outer, changed: cell)
                case .infeasible:
                    throw .contradiction(
                        relation: verdicts.system.labels.name(ofRelation: part.relations[0])
                    )
                case .unbounded, .undecided: break
                }
            }
        }
    }
}

/// Finds witnesses for withheld cells, and puts back into print what none of them needs.
struct PatternSearch {
    let problem: SuppressionProblem
    let incidence: BoundPropagation
    let pieces: SuppressionPieces

    /// How many codes are added to a piece for choice, try after try, and the cost per unit of rise
    /// up to which a pattern is taken there: what is dear near by is sought farther away first.
    private static let tries: [(more: Int, limit: Double)] = [
        (1, 20), (4, 80), (8, .infinity),
    ]
    /// The simplex steps after which a program is given up; many times what one takes.
    private static let steps = 50_000
    /// How many programs may be solved for putting cells of a large system back into print.
    private static let trials = 1_500
    /// The cells above which the whole system is not tried for one cell.
    private static let largest = 20_000

    /// Gives every withheld cell a witness where there is one.
    mutating func protect(_ state: inout SuppressionState) {
        for company in pieces.companies { share(pieces.cells(of: company), &state) }
        for company in pieces.companies {
            protect(pieces.cells(of: company), limit: Self.tries[0].limit, &state)
        }
        if problem.system.cellCount > SuppressionPieces.uncut {
            for (more, limit) in Self.tries {
                // New cells may fall to codes that were done: until a round adds none.
                var codes = openCodes(state)
                while !codes.isEmpty {
                    for code in codes {
                        let closure = pieces.closure(of: code, more: more)
                        protect(pieces.cells(of: closure), limit: limit, &state)
                    }
                    let left = openCodes(state)
                    if left.count >= codes.count { break }
                    codes = left
                }
            }
        }
        if !state.open.isEmpty, problem.system.cellCount <= Self.largest {
            protect(Array(0..<problem.system.cellCount), limit: .infinity, &state)
        }
    }

    /// Gives witnesses in what is withheld already, to many cells at once.
    private func share(_ cells: [Int], _ state: inout SuppressionState) {
        let withheld = cells.filter { state.isSuppressed[$0] }
        var open = withheld.filter { state.isOpen($0) }
        guard open.count > 1 else { return }
        var program = PatternProgram(withheld, problem, incidence)
        for cell in withheld { program.setCost(nil, of: cell) }
        while !open.isEmpty {
            let rises = open.map { (cell: $0, by: state.rise(of: $0)) }
            guard let pattern = program.pattern(risesOf: rises, steps: Self.steps) else { return }
            _ = state.add(pattern)
            let left = open.filter { state.isOpen($0) }
            guard left.count < open.count else { return }
            open = left
        }
    }

    private func openCodes(_ state: SuppressionState) -> [Int] {
        Set(state.open.map { pieces.code(of: $0) }).sorted()
    }

    /// Gives the cells of a piece a witness within it, as far as there is one at the cost.
    private func protect(_ cells: [Int], limit: Double, _ state: inout SuppressionState) {
        // The dearest first: what they need is then shared by the others.
        var open = cells.filter { state.isOpen($0) }.sorted(by: isDearer)
        guard !open.isEmpty else { return }
        var program = program(cells, state)
        while !open.isEmpty {
            var added: [Int] = []
            for cell in open where state.isOpen(cell) {
                let rise = state.rise(of: cell)
                guard let pattern = program.pattern(cell, rises: rise, steps: Self.steps),
                    state.cost(of: pattern) <= limit * rise
                else { continue }
                let new = state.add(pattern)
                for cell in new { program.setCost(nil, of: cell) }
                added.append(contentsOf: new)
            }
            open = added.filter { state.isOpen($0) }.sorted(by: isDearer)
        }
    }

    private func isDearer(_ one: Int, _ other: Int) -> Bool {
        (problem.weights[one], other) > (problem.weights[other], one)
    }

    private func program(_ cells: [Int], _ state: SuppressionState) -> PatternProgram {
        var program = PatternProgram(cells, problem, incidence)
        for cell in cells {
            program.setCost(state.isSuppressed[cell] ? nil : problem.weights[cell], of: cell)
        }
        return program
    }

    /// Prints secondary cells after all, the dearest first, where every witness can be had without.
    mutating func trim(_ state: inout SuppressionState) {
        let isCut = problem.system.cellCount > SuppressionPieces.uncut
        let groups =
            isCut
            ? pieces.companies.map { pieces.cells(of: $0) } : [Array(0..<problem.system.cellCount)]
        // The same share to each group, so that the result does not depend on their order.
        let trials = isCut ? Self.trials / max(1, groups.count) : Int.max
        for cells in groups { trim(cells, trials, &state) }
    }

    private func trim(_ cells: [Int], _ trials: Int, _ state: inout SuppressionState) {
        let secondary = cells.filter { state.isSuppressed[$0] && !state.isPrimary[$0] }
            .sorted(by: isDearer)
        guard !secondary.isEmpty else { return }
        var program = PatternProgram(cells, problem, incidence)
        let inside = Set(cells)
        for cell in cells {
            program.setCost(nil, of: cell)
            if !state.isSuppressed[cell] { program.setVaries(false, cell) }
        }
        var trials = trials
        for cell in secondary where problem.values[cell] > 0 {
            guard trials > 0 else { return }
            var trial = state
            let lost = trial.publish(cell)
            guard lost.allSatisfy(inside.contains) else { continue }
            program.setVaries(false, cell)
            var isHeld = true
            for other in lost where trial.isOpen(other) {
                trials -= 1
                guard
                    let pattern = program.pattern(
                        other,
                        rises: trial.rise(of: other),
                        steps: Self.steps
                    )
                else {
                    isHeld = false
                    break
                }
                _ = trial.add(pattern)
            }
            if isHeld { state = trial } else { program.setVaries(true, cell) }
        }
    }
}

/// Finds witnesses for withheld cells, and puts back into print what none of them needs.
struct PatternSearch {
    let problem: SuppressionProblem
    let incidence: BoundPropagation
    let pieces: SuppressionPieces

    /// How many codes are added to a piece for choice, try after try.
    private static let tries = [0, 2, 8]
    /// The cells above which the whole system is not tried for one cell.
    private static let largest = 20_000

    /// Gives every withheld cell a witness where there is one.
    mutating func protect(_ state: inout SuppressionState) {
        if problem.system.cellCount > SuppressionPieces.uncut {
            for company in pieces.companies { protect(pieces.cells(of: company), &state) }
            for more in Self.tries {
                // New cells may fall to codes that were done: until a round adds none.
                var codes = openCodes(state)
                while !codes.isEmpty {
                    for code in codes {
                        protect(pieces.cells(of: pieces.closure(of: code, more: more)), &state)
                    }
                    let left = openCodes(state)
                    if left.count >= codes.count { break }
                    codes = left
                }
            }
        }
        if !state.open.isEmpty, problem.system.cellCount <= Self.largest {
            protect(Array(0..<problem.system.cellCount), &state)
        }
    }

    private func openCodes(_ state: SuppressionState) -> [Int] {
        Set(state.open.map(pieces.code)).sorted()
    }

    /// Gives the cells of a piece a witness within it, as far as there is one.
    private func protect(_ cells: [Int], _ state: inout SuppressionState) {
        guard cells.contains(where: state.isOpen) else { return }
        var program = program(cells, state)
        var tried = Set<Int>()
        while true {
            // The dearest first: what they need is then shared by the others.
            let open = cells.filter { state.isOpen($0) && !tried.contains($0) }
            guard let cell = open.max(by: { problem.weights[$0] < problem.weights[$1] }) else {
                return
            }
            tried.insert(cell)
            guard
                let pattern = program.pattern(
                    cell,
                    rises: state.rise(of: cell),
                    steps: 50_000
                )
            else { continue }
            for added in state.add(pattern) { program.setCost(nil, of: added) }
        }
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
            isCut ? pieces.companies.map(pieces.cells) : [Array(0..<problem.system.cellCount)]
        for cells in groups { trim(cells, &state) }
    }

    private func trim(_ cells: [Int], _ state: inout SuppressionState) {
        let secondary = cells.filter { state.isSuppressed[$0] && !state.isPrimary[$0] }
            .sorted { (problem.weights[$0], $1) > (problem.weights[$1], $0) }
        guard !secondary.isEmpty else { return }
        var program = PatternProgram(cells, problem, incidence)
        let inside = Set(cells)
        for cell in cells {
            program.setCost(nil, of: cell)
            if !state.isSuppressed[cell] { program.setVaries(false, cell) }
        }
        for cell in secondary where problem.values[cell] > 0 {
            var trial = state
            let lost = trial.publish(cell)
            guard lost.allSatisfy(inside.contains) else { continue }
            program.setVaries(false, cell)
            var isHeld = true
            for other in lost where trial.isOpen(other) {
                guard
                    let pattern = program.pattern(
                        other,
                        rises: trial.rise(of: other),
                        steps: 50_000
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

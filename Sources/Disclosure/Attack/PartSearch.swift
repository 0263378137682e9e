internal import LinearPrograms

/// Decides the cells of one part after the other, within a given effort.
struct PartSearch {
    let propagation: BoundPropagation
    /// The effort that is left: simplex steps, in large programs counted as many times as such a
    /// step costs.
    var effort: Int

    /// Parts of up to this many cells are worked out in whole numbers.
    static let smallPart = 60

    /// Parts of more than this many cells are first worked at in pieces.
    static let largePart = 600

    /// Decides the cells of a part.
    mutating func run(
        _ part: CellComponents.Part,
        _ verdicts: inout Verdicts
    ) throws(AttackError) {
        guard isOpen(part, verdicts) else { return }
        if Corners(part, verdicts.system).clear(part, &verdicts) { return }
        if part.cells.count > Self.largePart { try runPieces(part, &verdicts) }
        var program = PartProgram(part, verdicts.system, verdicts.outer)
        try sweep(part, &program, &verdicts)
        try settle(part, &program, &verdicts)
        if part.cells.count <= Self.smallPart { try WholeNumbers(propagation).run(part, &verdicts) }
    }

    /// Tightens a large part in pieces that hang together without some directions.
    ///
    /// A piece leaves relations out, so what it gives is sure but perhaps not all there is; what it
    /// reaches need not hold for the whole, and is forgotten.
    private mutating func runPieces(
        _ part: CellComponents.Part,
        _ verdicts: inout Verdicts
    ) throws(AttackError) {
        let directions = RelationDirections(verdicts.system, part)
        var local = verdicts
        for kept in directions.selections {
            let pieces = CellComponents(verdicts.system, local.outer, relations: kept)
            for piece in pieces.parts where piece.cells.count <= Self.largePart {
                local.forget(piece.cells)
                guard isOpen(piece, local) else { continue }
                var program = PartProgram(piece, local.system, local.outer)
                try sweep(piece, &program, &local)
                try settle(piece, &program, &local)
            }
        }
        verdicts.outer = local.outer
    }

    private func isOpen(_ part: CellComponents.Part, _ verdicts: Verdicts) -> Bool {
        part.cells.contains { verdicts.needsLow($0) || verdicts.needsHigh($0) }
    }

    /// Pushes all open ends at once, up and down in turn, as long as that decides many.
    private mutating func sweep(
        _ part: CellComponents.Part,
        _ program: inout PartProgram,
        _ verdicts: inout Verdicts
    ) throws(AttackError) {
        guard part.cells.count > 8 else { return }
        var open = part.cells.count * 2
        for round in 0..<40 {
            let isUp = round % 2 == 0
            let current = verdicts
            program.weigh { cell in
                if isUp { return current.needsHigh(cell) ? -1 : 0 }
                return current.needsLow(cell) ? 1 : 0
            }
            guard try solved(&program, &verdicts, part) != nil else { return }
            let left = part.cells.reduce(0) { left, cell in
                left + (verdicts.needsLow(cell) ? 1 : 0) + (verdicts.needsHigh(cell) ? 1 : 0)
            }
            if left == 0 { return }
            if !isUp {
                if left * 20 > open * 19 { return }
                open = left
            }
        }
    }

    /// Works out the open ends one by one.
    private mutating func settle(
        _ part: CellComponents.Part,
        _ program: inout PartProgram,
        _ verdicts: inout Verdicts
    ) throws(AttackError) {
        for cell in part.cells {
            for isUp in [true, false]
            where isUp ? verdicts.needsHigh(cell) : verdicts.needsLow(cell) {
                program.weigh { $0 == cell ? (isUp ? -1 : 1) : 0 }
                guard let value = try solved(&program, &verdicts, part) else {
                    if effort <= 0 { return }
                    continue
                }
                try tighten(cell, to: value, isUp, &program, &verdicts)
            }
        }
    }

    /// The least value of the objective, or `nil` where it was not found.
    private mutating func solved(
        _ program: inout PartProgram,
        _ verdicts: inout Verdicts,
        _ part: CellComponents.Part
    ) throws(AttackError) -> Double? {
        guard effort > 0 else { return nil }
        let outcome = program.solve(&verdicts, steps: max(0, effort / program.costOfStep))
        effort -= (program.stepsOfSolve + 1) * program.costOfStep
        switch outcome {
        case .optimal(let value): return value
        case .infeasible:
            throw .contradiction(
                relation: verdicts.system.labels.name(ofRelation: part.relations[0])
            )
        case .unbounded, .undecided: return nil
        }
    }

    /// Takes over what a linear program gave for one end of a cell.
    private func tighten(
        _ cell: Int,
        to objective: Double,
        _ isUp: Bool,
        _ program: inout PartProgram,
        _ verdicts: inout Verdicts
    ) throws(AttackError) {
        let isWhole = verdicts.system.kinds[cell] != .magnitude
        // A hair outwards, so that rounding in the solver never cuts a true number off.
        if isUp {
            let most = -objective + Verdicts.tolerance
            let high = Int(isWhole ? most.rounded(.down) : most.rounded(.up))
            guard high < verdicts.outer.high[cell] else { return }
            verdicts.outer.high[cell] = high
        } else {
            let least = objective - Verdicts.tolerance
            let low = Int(isWhole ? least.rounded(.up) : least.rounded(.down))
            guard low > verdicts.outer.low[cell] else { return }
            verdicts.outer.low[cell] = low
        }
        for changed in try propagation.run(&verdicts.outer, changed: cell) {
            program.setBounds(changed, verdicts.outer)
        }
    }
}

/// For every cell the outer bounds, which are sure, and the inner ones, which were reached.
///
/// A cell is decided when what is reached already clears it, or when both agree. Clearing early is
/// what makes large systems possible: most cells are cleared by solutions that were sought for
/// others.
struct Verdicts: Sendable {
    let system: CellSystem
    let settings: AttackSettings
    /// Bounds that every solution keeps.
    var outer: CellBounds
    /// The least and the greatest value of each cell in the solutions seen so far.
    private(set) var reachedLow: [Double]
    private(set) var reachedHigh: [Double]
    /// The least and the greatest value of each cell in the solutions in whole numbers.
    private(set) var wholeLow: [Int]
    private(set) var wholeHigh: [Int]
    /// Whether a cell stands in a relation: any other keeps the interval it is printed with.
    let isBound: [Bool]
    /// Whether the figure of a cell is not printed as it is, nor a plain sum of such figures.
    let isTarget: [Bool]

    /// How far from a whole number a solution still counts as that number.
    static let tolerance = 1e-6

    init(_ system: CellSystem, _ settings: AttackSettings, _ outer: CellBounds) {
        self.system = system
        self.settings = settings
        self.outer = outer
        reachedLow = Array(repeating: .infinity, count: system.cellCount)
        reachedHigh = Array(repeating: -.infinity, count: system.cellCount)
        wholeLow = Array(repeating: .max, count: system.cellCount)
        wholeHigh = Array(repeating: .min, count: system.cellCount)
        isTarget = Self.targets(system)
        var isBound = [Bool](repeating: false, count: system.cellCount)
        for cell in system.cells { isBound[Int(cell)] = true }
        self.isBound = isBound
    }

    /// Takes a solution in: the cell can have this value.
    mutating func reach(_ cell: Int, _ value: Double) {
        if value < reachedLow[cell] { reachedLow[cell] = value }
        if value > reachedHigh[cell] { reachedHigh[cell] = value }
    }

    /// Forgets what some cells reached.
    mutating func forget(_ cells: [Int]) {
        for cell in cells {
            reachedLow[cell] = .infinity
            reachedHigh[cell] = -.infinity
            wholeLow[cell] = .max
            wholeHigh[cell] = .min
        }
    }

    /// Takes a solution of some cells in, as one in whole numbers where it is one.
    mutating func reach(_ cells: [Int], _ solution: [Double]) {
        let isWhole = zip(cells, solution).allSatisfy { cell, value in
            abs(value - value.rounded()) <= Self.tolerance
        }
        for (cell, value) in zip(cells, solution) {
            if isWhole {
                reach(cell, whole: Int(value.rounded()))
            } else {
                reach(cell, value)
            }
        }
    }

    /// Takes a solution in whole numbers in: the cell can have this value.
    mutating func reach(_ cell: Int, whole value: Int) {
        reach(cell, Double(value))
        wholeLow[cell] = min(wholeLow[cell], value)
        wholeHigh[cell] = max(wholeHigh[cell], value)
    }

    /// Whether the lower end of a cell has to be worked out still in whole numbers.
    func needsWholeLow(_ cell: Int) -> Bool {
        guard isTarget[cell], outer.low[cell] > -CellBounds.unbounded else { return false }
        guard wholeLow[cell] > outer.low[cell] else { return false }
        return settings.everyInterval || !isWholeCleared(cell)
    }

    /// Whether the upper end of a cell has to be worked out still in whole numbers.
    func needsWholeHigh(_ cell: Int) -> Bool {
        guard isTarget[cell], outer.high[cell] < CellBounds.unbounded else { return false }
        guard wholeHigh[cell] < outer.high[cell] else { return false }
        return settings.everyInterval || !isWholeCleared(cell)
    }

    private func isWholeCleared(_ cell: Int) -> Bool {
        wholeLow[cell] <= wholeHigh[cell]
            && kind(cell, low: wholeLow[cell], high: wholeHigh[cell]) == nil
    }

    /// Whether the lower end of a cell has to be worked out still.
    func needsLow(_ cell: Int) -> Bool {
        guard isTarget[cell], outer.low[cell] > -CellBounds.unbounded else { return false }
        guard !isReached(low: cell) else { return false }
        return settings.everyInterval || !isCleared(cell)
    }

    /// Whether the upper end of a cell has to be worked out still.
    func needsHigh(_ cell: Int) -> Bool {
        guard isTarget[cell], outer.high[cell] < CellBounds.unbounded else { return false }
        guard !isReached(high: cell) else { return false }
        return settings.everyInterval || !isCleared(cell)
    }

    /// Whether the outer lower bound was reached, for whole numbers up to the next one.
    func isReached(low cell: Int) -> Bool {
        let slack = system.kinds[cell] == .magnitude ? 0 : 1
        return reachedLow[cell] < Double(outer.low[cell] + slack) - Self.tolerance
            || reachedLow[cell] <= Double(outer.low[cell]) + Self.tolerance
    }

    /// Whether the outer upper bound was reached, for whole numbers down to the next one.
    func isReached(high cell: Int) -> Bool {
        let slack = system.kinds[cell] == .magnitude ? 0 : 1
        return reachedHigh[cell] > Double(outer.high[cell] - slack) + Self.tolerance
            || reachedHigh[cell] >= Double(outer.high[cell]) - Self.tolerance
    }

    /// Whether the values that were reached rule out every kind of finding.
    func isCleared(_ cell: Int) -> Bool {
        // Solutions from before a bound was rounded inwards may lie outside it.
        let low = max(reachedLow[cell], Double(outer.low[cell]))
        let high = min(reachedHigh[cell], Double(outer.high[cell]))
        guard low <= high else { return false }
        // Whole numbers within what broken numbers reach.
        let whole = system.kinds[cell] != .magnitude
        let from = whole ? (low - Self.tolerance).rounded(.up) : low
        let to = whole ? (high + Self.tolerance).rounded(.down) : high
        guard from <= to else { return false }
        return kind(cell, low: Int(from), high: Int(to)) == nil
    }

    /// The kind of finding that an interval of a cell makes, if any.
    func kind(_ cell: Int, low: Int, high: Int) -> AttackReport.Kind? {
        let threshold = settings.threshold
        if system.kinds[cell] == .change {
            // That a figure changed is no news; that one or a few children came or went is.
            guard low >= 1 && high < threshold || high <= -1 && low > -threshold else { return nil }
            return low == high ? .exact : .small
        }
        if low == high { return .exact }
        if system.kinds[cell] == .count, low >= 1, high < threshold { return .small }
        guard high - low < threshold - 1 else { return nil }
        // A printed zero that stands for 0, 1 or 2 says by itself "none or nearly none", which is
        // the publisher's choice of a rule; only what is learnt beyond it is a finding.
        let own = system.knowledge[cell].bounds
        if low == 0, high == own.high, case .rounded(0, _, _) = system.knowledge[cell] {
            return nil
        }
        return .narrow
    }

    /// The cells whose number is not printed and does not follow by adding up printed parts.
    private static func targets(_ system: CellSystem) -> [Bool] {
        var isTarget = system.knowledge.map { knowledge in
            switch knowledge {
            case .exact: false
            case .interval(let low, let high): low == nil || low != high
            case .rounded, .suppressed, .derived, .absent: true
            }
        }
        // Sums of sums: a few passes, as hierarchies are a few levels deep.
        var isChanging = true
        while isChanging {
            isChanging = false
            for relation in 0..<system.relationCount {
                let terms = system.terms(of: relation)
                guard let last = terms.last, system.coefficients[last] == -1 else { continue }
                let total = Int(system.cells[last])
                guard isTarget[total], system.kinds[total] != .change else { continue }
                switch system.knowledge[total] {
                case .derived, .absent: break
                case .exact, .interval, .rounded, .suppressed: continue
                }
                let isPlain = terms.dropLast().allSatisfy {
                    system.coefficients[$0] == 1 && !isTarget[Int(system.cells[$0])]
                }
                if isPlain {
                    isTarget[total] = false
                    isChanging = true
                }
            }
        }
        return isTarget
    }
}

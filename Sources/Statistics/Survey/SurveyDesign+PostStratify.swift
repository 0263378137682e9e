extension SurveyDesign {
    /// A design whose weights add up to the known size of each post-stratum.
    ///
    /// - `cells`: for each row its post-stratum.
    /// - `sizes`: the size of each post-stratum in the population.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when a post-stratum has no size, or no rows.
    public func postStratified(
        by cells: [String],
        sizes: [String: Double]
    ) throws(StatisticsError) -> SurveyDesign {
        let numbered = try Self.number(cells, sizes)
        var design = self
        design.scale(numbered)
        design.calibrations.append(
            .postStrata(cellOfRow: numbered.cells, before: weights, after: design.weights)
        )
        return design
    }

    /// A design whose weights add up to the known sizes of several margins, by iterative
    /// proportional fitting (Deming and Stephan 1940).
    ///
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when a cell has no size or no rows, or when
    ///   a thousand rounds do not bring the margins together.
    public func raked(
        to margins: [(cells: [String], sizes: [String: Double])]
    ) throws(StatisticsError) -> SurveyDesign {
        var numbered: [MarginCells] = []
        for margin in margins { numbered.append(try Self.number(margin.cells, margin.sizes)) }
        var design = self
        var isDone = false
        for _ in 0..<1000 where !isDone {
            let earlier = design.weights
            for margin in numbered { design.scale(margin) }
            isDone = zip(earlier, design.weights).allSatisfy { abs($0 - $1) <= 1e-13 * abs($1) }
        }
        guard isDone else {
            throw .unsuited(expected: "margins that agree; raking did not settle in 1000 rounds")
        }
        design.calibrations.append(
            .raking(cellsOfRow: numbered.map(\.cells), weights: design.weights)
        )
        return design
    }

    private struct MarginCells {
        let cells: [Int]
        let sizes: [Double]
    }

    private static func number(
        _ cells: [String],
        _ sizes: [String: Double]
    ) throws(StatisticsError) -> MarginCells {
        let names = sizes.keys.sorted()
        let present = Set(cells)
        for name in names where (sizes[name] ?? 0) > 0 && !present.contains(name) {
            throw .unsuited(expected: "rows in each cell that has a size in the population")
        }
        let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
        var found: [Int] = []
        for cell in cells {
            guard let number = numbers[cell], (sizes[cell] ?? 0) > 0 else {
                throw .unsuited(
                    expected: "a size above 0 in the population for each cell with rows"
                )
            }
            found.append(number)
        }
        return MarginCells(cells: found, sizes: names.map { sizes[$0] ?? 0 })
    }

    private mutating func scale(_ margin: MarginCells) {
        var sums = Array(repeating: 0.0, count: margin.sizes.count)
        for (row, cell) in margin.cells.enumerated() { sums[cell] += weights[row] }
        for (row, cell) in margin.cells.enumerated() where sums[cell] > 0 {
            weights[row] *= margin.sizes[cell] / sums[cell]
        }
    }
}

extension SurveyDesign {
    /// A design from columns as files hold them.
    ///
    /// Names of units need to be unique within their stratum only.
    /// - `weights`: for each row how many elements it stands for; `nil` to take one over the
    ///   product of the sampling fractions of the stages, which then must all be known.
    /// - `strata`: the stratum of the first stage; `nil` for one stratum.
    /// - `psu`: the unit of the first stage; `nil` when each row is one.
    /// - `ssu`: the unit of the second stage; `nil` for one stage.
    /// - `ssuStrata`: the stratum of the second stage within its unit of the first; `nil` for one.
    /// - `populations`: for each stage how many units its stratum has in the population, or the
    ///   sampling fraction when every value is at most 1; `nil` for no correction.
    /// - `unequalProbabilities`: whether the first of `populations` holds a probability that
    ///   differs between the units of a stratum (Brewer's approximation).
    /// - Throws: ``StatisticsError/outOfRange(row:column:expected:)`` or
    ///   ``StatisticsError/unsuited(expected:)``.
    public init(
        weights: [Double]? = nil,
        strata: [String]? = nil,
        psu: [String]? = nil,
        ssu: [String]? = nil,
        ssuStrata: [String]? = nil,
        populations: [[Double]?] = [],
        unequalProbabilities: Bool = false,
        lonelyUnits: LonelyUnits = .fail,
        varianceStages: VarianceStages = .allStages
    ) throws(StatisticsError) {
        let given = weights?.count ?? populations.compactMap { $0 }.first?.count
        guard let count = given else {
            throw .unsuited(expected: "a column weight or prob, or a population size at each stage")
        }
        guard count > 0 else {
            throw .notEnough(what: "rows", found: 0, needed: 1)
        }
        let first = strata ?? Array(repeating: "", count: count)
        let units = psu ?? (0..<count).map(String.init)
        var stages = [
            try Stage(
                strata: first,
                units: zip(first, units).map { StageKey($0, $1) },
                parents: nil,
                population: populations.first ?? nil,
                variesWithin: unequalProbabilities,
                name: "fpc"
            )
        ]
        if let ssu {
            let parents = stages[0].unitOfRow
            stages.append(
                try Stage(
                    strata: parents.indices.map { row in
                        "\(parents[row])" + (ssuStrata.map { "\u{1F}" + $0[row] } ?? "")
                    },
                    units: zip(parents, ssu).map { StageKey(String($0), $1) },
                    parents: parents,
                    population: populations.count > 1 ? populations[1] : nil,
                    variesWithin: false,
                    name: "fpc2"
                )
            )
        }
        self.stages = stages
        self.lonelyUnits = lonelyUnits
        self.varianceStages = varianceStages
        if let weights {
            self.weights = weights
        } else {
            self.weights = try Self.weights(from: stages, count: count)
        }
        for (row, weight) in self.weights.enumerated() where !(weight >= 0 && weight.isFinite) {
            throw .outOfRange(row: row + 2, column: "weight", expected: "a number, 0 or more")
        }
        guard self.weights.contains(where: { $0 > 0 }) else {
            throw .unsuited(expected: "at least one row with a weight above 0")
        }
    }

    private static func weights(
        from stages: [Stage],
        count: Int
    ) throws(StatisticsError) -> [Double] {
        var weights = Array(repeating: 1.0, count: count)
        for stage in stages {
            for row in 0..<count {
                let unit = stage.unitOfRow[row]
                let sampled = stage.sampledOfStratum[stage.stratumOfUnit[unit]]
                weights[row] *= stage.populationOfUnit[unit] / Double(sampled)
            }
        }
        guard weights.allSatisfy(\.isFinite) else {
            throw .unsuited(expected: "a column weight or prob, or a population size at each stage")
        }
        return weights
    }
}

/// A unit by its stratum and its name within it.
struct StageKey: Hashable {
    let stratum: String
    let name: String

    init(_ stratum: String, _ name: String) {
        self.stratum = stratum
        self.name = name
    }
}

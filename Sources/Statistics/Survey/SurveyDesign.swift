/// How the rows of a table were drawn from a population: stages, strata, units and weights.
///
/// A row is an element. At each stage it belongs to one unit, and a unit to one stratum; units of
/// the first stage are the primary sampling units (PSUs). A population size per stage gives the
/// finite population correction; without it units count as drawn with replacement.
///
/// Every estimate is linearised to one influence value a row, whose total is then given a
/// variance by ``covariance(ofTotals:)``: Särndal, Swensson and Wretman, *Model Assisted Survey
/// Sampling* (1992), §4.3 and §5.5; Lumley, *Complex Surveys* (2010), ch. 2 and 3.
public struct SurveyDesign: Sendable {
    /// One stage of the drawing.
    public struct Stage: Sendable, Equatable {
        /// For each row the unit it belongs to, numbered from 0 over the whole table.
        public let unitOfRow: [Int]

        /// For each unit its stratum, numbered from 0 over the whole table.
        public let stratumOfUnit: [Int]

        /// For each unit the unit of the stage before in which it was drawn; 0 at the first stage.
        public let parentOfUnit: [Int]

        /// For each unit how many units its stratum has in the population.
        ///
        /// With unequal probabilities: sample size ÷ probability. Infinite when there is no
        /// correction.
        public let populationOfUnit: [Double]

        /// For each stratum how many units were drawn from it.
        public let sampledOfStratum: [Int]

        /// For each stratum its name, for messages.
        public let stratumNames: [String]
    }

    /// The stages, the first one first; never empty.
    public let stages: [Stage]

    /// For each row how many elements of the population it stands for; 0 outside the domain.
    public internal(set) var weights: [Double]

    /// What to do with a stratum of which one unit was drawn.
    public var lonelyUnits: LonelyUnits

    /// How many stages the variance takes in.
    public var varianceStages: VarianceStages

    /// The calibrations that made the weights, in order.
    public internal(set) var calibrations: [CalibrationResiduals] = []

    /// The second phase, when rows are what was kept of a screened sample.
    public internal(set) var screening: ScreeningPhase?

    /// How many stages the variance takes in.
    public enum VarianceStages: String, Sendable, CaseIterable {
        /// Every stage, each with its correction.
        case allStages = "all-stages"
        /// The first stage only: its units as if seen whole.
        case ultimateCluster = "ultimate-cluster"
    }

    /// How many rows.
    public var count: Int { weights.count }

    /// The rows that count: those with a weight other than 0.
    public var rowsInDomain: Int { weights.count { $0 != 0 } }

    /// The design degrees of freedom: PSUs − strata, each with any row in the domain.
    public var degreesOfFreedom: Int {
        let first = stages[0]
        var isUsed = Array(repeating: false, count: first.stratumOfUnit.count)
        for (row, weight) in weights.enumerated() where weight != 0 {
            isUsed[first.unitOfRow[row]] = true
        }
        var isStratumUsed = Array(repeating: false, count: first.sampledOfStratum.count)
        for (unit, used) in isUsed.enumerated() where used {
            isStratumUsed[first.stratumOfUnit[unit]] = true
        }
        return isUsed.count { $0 } - isStratumUsed.count { $0 }
    }

    /// The same sample seen for a part of the population only.
    ///
    /// Rows outside keep their place in the design and get weight 0, so that the number of cases in
    /// the domain counts as chance, which it is.
    public func domain(_ isInside: [Bool]) -> SurveyDesign {
        precondition(isInside.count == count)
        var design = self
        for (row, inside) in isInside.enumerated() where !inside { design.weights[row] = 0 }
        return design
    }
}

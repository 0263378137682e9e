/// How a sample is divided over strata.
///
/// With bounds the solution is the exact minimum of Σ (*N S*)² ÷ *n* under them, as in Wesołowski,
/// Wieczorkowski and Wójciak 2021 (R `stratallo`): sizes are *s N S*/√*c* cut off at their bounds,
/// for the one *s* that spends what there is.
public struct Allocation: Sendable, Equatable {
    /// What the division goes by.
    public enum Rule: String, Sendable, CaseIterable {
        /// By *N S*/√*c*: the least variance of the total for what is spent (Neyman 1934 when costs
        /// are equal).
        case optimal
        /// By *N*.
        case proportional
        /// The same for each.
        case equal
    }

    /// A stratum of the population.
    public struct Stratum: Sendable, Equatable {
        /// How many elements it has.
        public var size: Double
        /// The standard deviation in it.
        public var deviation: Double
        /// What one case costs.
        public var cost: Double
        /// The least sample.
        public var lower: Double
        /// The greatest sample; the size of the stratum for a take-all.
        public var upper: Double

        /// A stratum; without bounds from 0 to its size.
        public init(
            size: Double,
            deviation: Double,
            cost: Double = 1,
            lower: Double = 0,
            upper: Double? = nil
        ) {
            self.size = size
            self.deviation = deviation
            self.cost = cost
            self.lower = lower
            self.upper = upper ?? size
        }
    }

    /// The sample of each stratum, not rounded.
    public let sizes: [Double]

    /// The variance of the estimated total, with the finite population correction.
    public let variance: Double

    /// Divides what is spent (cases, when all cost 1).
    ///
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when the bounds leave no room for it.
    public init(
        _ strata: [Stratum],
        spending budget: Double,
        by rule: Rule
    ) throws(StatisticsError) {
        let shares = strata.map { stratum in
            switch rule {
            case .optimal: stratum.size * stratum.deviation / stratum.cost.squareRoot()
            case .proportional: stratum.size
            case .equal: 1.0
            }
        }
        let least = strata.reduce(0) { $0 + $1.cost * $1.lower }
        let most = strata.reduce(0) { $0 + $1.cost * $1.upper }
        guard strata.allSatisfy({ $0.lower <= $0.upper }), least <= budget * (1 + 1e-12),
            budget <= most * (1 + 1e-12)
        else { throw .unsuited(expected: "a sample between the sums of the bounds") }
        // Spending is a straight line in s between the points where a stratum meets a bound.
        var breaks: Set<Double> = [0]
        for (stratum, share) in zip(strata, shares) where share > 0 {
            breaks.insert(stratum.lower / share)
            breaks.insert(stratum.upper / share)
        }
        func sizes(_ s: Double) -> [Double] {
            zip(strata, shares).map { min(max($1 * s, $0.lower), $0.upper) }
        }
        func spent(_ s: Double) -> Double {
            zip(strata, sizes(s)).reduce(0) { $0 + $1.0.cost * $1.1 }
        }
        let sorted = breaks.sorted()
        let above = sorted.firstIndex { spent($0) >= budget } ?? sorted.count - 1
        var s = sorted[above]
        if above > 0 {
            let left = sorted[above - 1]
            let width = spent(s) - spent(left)
            if width > 0 { s = left + (s - left) * (budget - spent(left)) / width }
        }
        var found = sizes(s)
        // Strata without spread take up what the others cannot, up to their bounds.
        var rest = budget - zip(strata, found).reduce(0) { $0 + $1.0.cost * $1.1 }
        for (place, stratum) in strata.enumerated()
        where rest > budget * 1e-12 && shares[place] == 0 {
            let more = min(rest / stratum.cost, stratum.upper - found[place])
            found[place] += more
            rest -= more * stratum.cost
        }
        self.sizes = found
        variance = Self.variance(strata, found)
    }

    /// Σ (*N S*)² (1/*n* − 1/*N*); infinite when a stratum with spread gets nothing.
    public static func variance(_ strata: [Stratum], _ sizes: [Double]) -> Double {
        zip(strata, sizes).reduce(0) { sum, pair in
            let (stratum, size) = pair
            let spread = stratum.size * stratum.deviation
            guard spread > 0 else { return sum }
            return sum + spread * spread * (1 / size - 1 / stratum.size)
        }
    }

    /// The sizes as whole numbers with the same sum: the largest remainders go up.
    ///
    /// None passes its upper bound; among equals the first stratum goes first. A sum that is not
    /// whole is rounded.
    public func rounded(within strata: [Stratum]) -> [Int] {
        var whole = sizes.map { Int(($0 + 1e-9).rounded(.down)) }
        let wanted = Int(sizes.reduce(0, +).rounded())
        let order = sizes.indices.sorted {
            let left = sizes[$0] - Double(whole[$0])
            let right = sizes[$1] - Double(whole[$1])
            return left == right ? $0 < $1 : left > right
        }
        var missing = wanted - whole.reduce(0, +)
        for place in order where missing > 0 && Double(whole[place] + 1) <= strata[place].upper {
            whole[place] += 1
            missing -= 1
        }
        return whole
    }
}

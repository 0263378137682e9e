/// *Leeftijdsstandaardisatie*: a share as it would be if each group had the ages of all of them.
///
/// Direct standardisation: Σ wₐ · xₐ ÷ nₐ over the age classes, where wₐ is the share of class *a*
/// among all. (Fleiss, Levin & Paik 2003, *Statistical Methods for Rates and Proportions*, 3rd ed.,
/// chapter 19.) Worked out in whole numbers, each class rounded half up to a millionth of a unit of
/// weight, so that every implementation gives the same figure.
public enum AgeStandardisation {
    /// One age class: the count, what it is divided by, and how many of all are in the class.
    public struct Stratum: Sendable, Equatable {
        /// Units of the group with the property.
        public let numerator: Int64
        /// Units of the group.
        public let denominator: Int64
        /// Units of all groups together.
        public let weight: Int64

        /// Creates a class.
        public init(numerator: Int64, denominator: Int64, weight: Int64) {
            self.numerator = numerator
            self.denominator = denominator
            self.weight = weight
        }
    }

    /// The standardised share in tenths of a per cent, half up.
    ///
    /// - Returns: `nil` when it is undefined: nobody at all, or no unit of the group in a class in
    ///   which others are.
    public static func tenthsOfPercent(_ strata: [Stratum]) -> Int64? {
        let millionth: Int128 = 1_000_000
        var sum: Int128 = 0
        var all: Int128 = 0
        for stratum in strata where stratum.weight > 0 {
            guard stratum.denominator > 0 else { return nil }
            let denominator = Int128(stratum.denominator)
            let product = Int128(stratum.weight) * Int128(stratum.numerator) * millionth
            sum += (2 * product + denominator) / (2 * denominator)
            all += Int128(stratum.weight)
        }
        guard all > 0 else { return nil }
        return Int64((2_000 * sum + all * millionth) / (2 * all * millionth))
    }
}

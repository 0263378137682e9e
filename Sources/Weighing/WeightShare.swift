public import Definitions

/// *Aandeel van de wegingen*: under how many weights of the criteria a candidate is advised.
///
/// Weights are not negative and add up to one; each such weighting is as likely as another, which
/// is the uniform distribution over the simplex. A candidate is advised under a weighting when the
/// weight of what holds exceeds the weight of what does not.
///
/// With `p` criteria that hold and `m` that do not, the part of their weight that holds has the
/// distribution Beta(p, m) (Ferguson, "A Bayesian analysis of some nonparametric problems", 1973:
/// uniform weights are a Dirichlet distribution, and sums of its parts are again one). Beta(p, m)
/// is the `p`-th of `p + m − 1` uniform numbers in order (David and Nagaraja, *Order Statistics*,
/// 2003, §2.1), so that the share is a sum of binomial coefficients over a power of two: exact.
public struct WeightShare: Sendable, Equatable {
    /// The numerator.
    public let advised: Int
    /// The denominator, a power of two; 1 when the scores leave no choice.
    public let of: Int

    /// The share, from 0 to 1.
    public var value: Double { Double(advised) / Double(of) }

    /// The share for scores; criteria in doubt weigh for neither side.
    ///
    /// Without any that hold it is 0; without any that do not hold, and one that does, it is 1.
    public init(of scores: [WeighingScore]) {
        let plus = scores.count { $0 == .plus }
        let minus = scores.count { $0 == .minus }
        guard plus > 0, minus > 0 else {
            advised = plus > 0 ? 1 : 0
            of = 1
            return
        }
        let numbers = plus + minus - 1
        var coefficient = 1
        var sum = 0
        for k in 0..<plus {
            sum += coefficient
            coefficient = coefficient * (numbers - k) / (k + 1)
        }
        advised = sum
        of = 1 << numbers
    }
}

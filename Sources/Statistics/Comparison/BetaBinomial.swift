internal import Foundation

/// Proportions drawn towards their mean, by a beta distribution of true proportions.
///
/// Shapes by maximum likelihood; Griffiths, *Biometrics* 29 (1973) 637–648.
public struct BetaBinomial: Sendable, Equatable {
    /// The first shape.
    public let a: Double

    /// The second shape.
    public let b: Double

    /// Fits; `nil` when proportions do not differ more than chance alone lets them.
    ///
    /// - Parameters:
    ///   - successes: successes of each unit.
    ///   - trials: trials of each unit, above 0.
    public init?(successes: [Double], trials: [Double]) {
        guard successes.count > 1 else { return nil }
        let share = successes.reduce(0, +) / trials.reduce(0, +)
        guard share > 0, share < 1 else { return nil }
        // Newton's steps on the logarithms of both shapes, halved until the likelihood rises.
        var point = (log(share * 10), log((1 - share) * 10))
        var height = Self.logLikelihood(successes, trials, point)
        for _ in 0..<500 {
            let (slope, curve) = Self.derivatives(successes, trials, point)
            let determinant = curve.0 * curve.2 - curve.1 * curve.1
            var step = (
                -(curve.2 * slope.0 - curve.1 * slope.1) / determinant,
                -(curve.0 * slope.1 - curve.1 * slope.0) / determinant
            )
            // Where the likelihood is not yet hollow downwards, go uphill instead.
            if !(curve.0 < 0 && determinant > 0) {
                let length = (slope.0 * slope.0 + slope.1 * slope.1).squareRoot()
                step = (slope.0 / length, slope.1 / length)
            }
            let size = max(abs(step.0), abs(step.1))
            if size > 2 { step = (step.0 * 2 / size, step.1 * 2 / size) }
            var moved = (point.0 + step.0, point.1 + step.1)
            var next = Self.logLikelihood(successes, trials, moved)
            var halvings = 0
            while !(next >= height), halvings < 60 {
                step = (step.0 / 2, step.1 / 2)
                moved = (point.0 + step.0, point.1 + step.1)
                next = Self.logLikelihood(successes, trials, moved)
                halvings += 1
            }
            let isDone = max(abs(step.0), abs(step.1)) < 1e-11 || halvings == 60
            if halvings < 60 { (point, height) = (moved, next) }
            // With shapes in the millions the beta is a point: there is nothing between units.
            if max(point.0, point.1) > 16 { return nil }
            if isDone {
                a = exp(point.0)
                b = exp(point.1)
                return
            }
        }
        return nil
    }

    /// The proportion of a unit after its successes were seen.
    public func value(successes: Double, trials: Double) -> Double {
        (successes + a) / (trials + a + b)
    }

    /// Equal tails of the beta distribution that a proportion has after its successes were seen.
    public func limits(successes: Double, trials: Double, level: Double = 0.95) -> Interval {
        let tail = (1 - level) / 2
        return Interval(
            Beta.quantile(lower: tail, a: a + successes, b: b + trials - successes),
            Beta.quantile(upper: tail, a: a + successes, b: b + trials - successes)
        )
    }

    private static func logLikelihood(
        _ x: [Double],
        _ n: [Double],
        _ point: (Double, Double)
    ) -> Double {
        let (a, b) = (exp(point.0), exp(point.1))
        let alone = logBeta(a, b)
        return zip(x, n).map { logBeta($0 + a, $1 - $0 + b) - alone }.reduce(0, +)
    }

    /// Slope and curvature (aa, ab, bb) in the logarithms of the shapes.
    private static func derivatives(
        _ x: [Double],
        _ n: [Double],
        _ point: (Double, Double)
    ) -> ((Double, Double), (Double, Double, Double)) {
        let (a, b) = (exp(point.0), exp(point.1))
        let both = (digamma(a + b), trigamma(a + b))
        let first = (digamma(a), trigamma(a))
        let second = (digamma(b), trigamma(b))
        var slope = (0.0, 0.0)
        var curve = (0.0, 0.0, 0.0)
        for (x, n) in zip(x, n) {
            let joint = both.0 - digamma(n + a + b)
            let bend = both.1 - trigamma(n + a + b)
            slope.0 += digamma(x + a) - first.0 + joint
            slope.1 += digamma(n - x + b) - second.0 + joint
            curve.0 += trigamma(x + a) - first.1 + bend
            curve.1 += bend
            curve.2 += trigamma(n - x + b) - second.1 + bend
        }
        return (
            (slope.0 * a, slope.1 * b),
            (curve.0 * a * a + slope.0 * a, curve.1 * a * b, curve.2 * b * b + slope.1 * b)
        )
    }
}

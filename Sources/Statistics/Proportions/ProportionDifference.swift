internal import Foundation

/// An interval for the difference of two independent proportions, `p₁ − p₂`.
public enum ProportionDifference: String, CaseIterable, Sendable {
    /// Newcombe's hybrid of two Wilson intervals (his method 10, without continuity correction).
    ///
    /// Newcombe, *Statistics in Medicine* 17 (1998) 873–890.
    case newcombe
    /// The score interval of Mee: the differences that a score test does not reject.
    ///
    /// Mee, *Biometrics* 40 (1984) 1175–1176.
    case score
    /// Mee's interval with the variance times `N / (N − 1)`.
    ///
    /// Miettinen and Nurminen, *Statistics in Medicine* 4 (1985) 213–226.
    case miettinenNurminen = "miettinen-nurminen"

    /// The limits.
    ///
    /// - Parameters:
    ///   - x1: successes in the first group.
    ///   - n1: its trials.
    ///   - x2: successes in the second group.
    ///   - n2: its trials.
    ///   - level: confidence, as 0.95.
    /// - Returns: limits within −1…1; undefined when a group is empty.
    public func limits(
        _ x1: Double,
        of n1: Double,
        _ x2: Double,
        of n2: Double,
        level: Double = 0.95
    ) -> Interval {
        guard n1 > 0, n2 > 0 else { return .undefined }
        let p1 = x1 / n1
        let p2 = x2 / n2
        let z = Statistics.z(level: level)
        switch self {
        case .newcombe:
            let first = ProportionInterval.wilson.limits(successes: x1, of: n1, level: level)
            let second = ProportionInterval.wilson.limits(successes: x2, of: n2, level: level)
            return Interval(
                p1 - p2 - hypot(p1 - first.lower, second.upper - p2),
                p1 - p2 + hypot(first.upper - p1, p2 - second.lower)
            )
        case .score, .miettinenNurminen:
            let factor = self == .score ? 1 : (n1 + n2) / (n1 + n2 - 1)
            // The squared statistic grows away from the estimate on both sides.
            func excess(_ difference: Double) -> Double {
                let gap = p1 - p2 - difference
                let (q1, q2) = Self.restricted(x1, n1, x2, n2, difference)
                let variance = (q1 * (1 - q1) / n1 + q2 * (1 - q2) / n2) * factor
                if variance <= 0 { return abs(gap) < 1e-15 ? -z * z : .infinity }
                return gap * gap / variance - z * z
            }
            return Interval(
                Self.boundary(from: p1 - p2, to: -1, excess),
                Self.boundary(from: p1 - p2, to: 1, excess)
            )
        }
    }

    /// The most likely proportions among those with `p₁ − p₂ = difference`, in closed form.
    ///
    /// Miettinen and Nurminen 1985, appendix 1: the root of a cubic that lies within bounds.
    static func restricted(
        _ x1: Double,
        _ n1: Double,
        _ x2: Double,
        _ n2: Double,
        _ difference: Double
    ) -> (Double, Double) {
        let n = n1 + n2
        let l3 = n
        let l2 = (n1 + 2 * n2) * difference - n - x1 - x2
        let l1 = (n2 * difference - n - 2 * x2) * difference + x1 + x2
        let l0 = x2 * difference * (1 - difference)
        let q = pow(l2 / (3 * l3), 3) - l1 * l2 / (6 * l3 * l3) + l0 / (2 * l3)
        let root = max(0, l2 * l2 / (9 * l3 * l3) - l1 / (3 * l3)).squareRoot()
        let p = q < 0 ? -root : root
        let ratio = p == 0 ? 0 : min(1, max(-1, q / (p * p * p)))
        let angle = (Double.pi + acos(ratio)) / 3
        let p2 = 2 * p * cos(angle) - l2 / (3 * l3)
        let low = max(0, -difference)
        let high = min(1, 1 - difference)
        let kept = min(high, max(low, p2))
        return (min(1, max(0, kept + difference)), kept)
    }

    private static func boundary(
        from inside: Double,
        to end: Double,
        _ excess: (Double) -> Double
    ) -> Double {
        if excess(end) <= 0 { return end }
        var inside = inside
        var outside = end
        for _ in 0..<200 {
            let middle = (inside + outside) / 2
            if middle == inside || middle == outside { break }
            if excess(middle) > 0 { outside = middle } else { inside = middle }
        }
        return (inside + outside) / 2
    }
}

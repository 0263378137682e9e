/// What is printed about a cell, as the attacker reads it.
public enum CellKnowledge: Sendable, Hashable {
    /// How a rounded figure was made from the true one.
    public enum RoundingMode: String, Sendable, Hashable {
        /// To the nearest multiple of the base; a tie may go either way.
        case nearest
        /// To one of the two multiples around it; a multiple of the base stays.
        case adjacent
    }

    /// The true number is printed.
    case exact(Int)

    /// The true number is printed to lie between two numbers, both included; `nil` is no bound.
    case interval(Int?, Int?)

    /// The true number is printed rounded.
    case rounded(Int, base: Int, mode: RoundingMode)

    /// The cell stands in the table and its number is withheld.
    case suppressed

    /// The sum of printed figures is printed.
    ///
    /// It says nothing of its own: the attacker adds up the printed parts and holds it against the
    /// sum, and knows of the true number only what follows from the relations.
    case derived(Int)

    /// The cell is printed nowhere, and follows from a relation only.
    case absent

    /// What a printed rate says about its numerator when the denominator is public.
    ///
    /// The rate lies within half a last decimal of what is printed, ends included, so the
    /// numerator lies within (2p − 1)·d / 2s and (2p + 1)·d / 2s with s = `per` × 10^`decimals`.
    ///
    /// - Parameters:
    ///   - printed: The rate as printed, in units of its last decimal: 12.3 is 123.
    ///   - decimals: The number of decimals that are printed.
    ///   - per: What the rate is per, for example 1 000.
    ///   - denominator: The public denominator.
    /// - Returns: The interval of whole numerators that print as this rate.
    public static func rate(
        _ printed: Int,
        decimals: Int,
        per: Int,
        denominator: Int
    ) -> CellKnowledge {
        let scale = (0..<decimals).reduce(per) { scale, _ in scale * 10 } * 2
        let low = max(0, (2 * printed - 1) * denominator)
        let high = (2 * printed + 1) * denominator
        return .interval((low + scale - 1) / scale, high / scale)
    }
}

extension CellKnowledge {
    /// The least and the greatest true number that the printed figure alone allows, whole numbers.
    ///
    /// A rounded figure allows v − b/2 … v + b/2 for `nearest` (whole numbers within) and
    /// v − (b − 1) … v + (b − 1) for `adjacent`.
    var bounds: (low: Int?, high: Int?) {
        switch self {
        case .exact(let value): return (value, value)
        case .interval(let low, let high): return (low, high)
        case .rounded(let value, let base, let mode):
            let reach = mode == .nearest ? base / 2 : base - 1
            return (value - reach, value + reach)
        case .suppressed, .derived, .absent: return (nil, nil)
        }
    }

    /// The printed figure, where there is one.
    var printed: Int? {
        switch self {
        case .exact(let value), .rounded(let value, _, _), .derived(let value): value
        case .interval, .suppressed, .absent: nil
        }
    }
}

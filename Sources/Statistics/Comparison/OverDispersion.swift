internal import Foundation

/// How much more units differ than chance alone would let them.
///
/// Spiegelhalter 2005 and Spiegelhalter et al., *JRSS A* 175 (2012) 1–47: `φ` is the mean squared
/// z-score after the extremes were pulled in or left out; `τ²` is the variance between units, by
/// moments, on the scale on which the z-scores are made.
public struct OverDispersion: Sendable, Equatable {
    /// What happens to the extreme z-scores.
    public enum Extremes: String, CaseIterable, Sendable {
        /// They are pulled in to the quantile (type 7, as R).
        case winsorise
        /// They are left out: the lowest and highest shares by rank, as NHS Digital.
        case truncate
        /// They count as they are.
        case keep
    }

    /// Mean squared z-score.
    public let phi: Double

    /// Variance between units; 0 when units do not differ more than chance lets them.
    public let tau2: Double

    /// Works out both.
    ///
    /// - Parameters:
    ///   - scores: z-scores round the target.
    ///   - errors: the standard error of each unit on the same scale.
    ///   - extremes: what happens to the extremes.
    ///   - share: the share at each end, as 0.1.
    public init(scores: [Double], errors: [Double], extremes: Extremes, share: Double) {
        precondition(scores.count == errors.count)
        var kept = scores
        var weights = errors.map { 1 / ($0 * $0) }
        switch extremes {
        case .keep: break
        case .winsorise:
            let low = Quantile.type7(scores, share)
            let high = Quantile.type7(scores, 1 - share)
            kept = scores.map { min(high, max(low, $0)) }
        case .truncate:
            // Ranks in as many classes as the share fits in 1; the first and last class go.
            let classes = 1 / share
            let ranks = Ranks.average(scores)
            let inside = ranks.indices.filter {
                let place = (ranks[$0] * classes / Double(scores.count + 1)).rounded(.down)
                return place > 0 && place < classes - 1
            }
            kept = inside.map { scores[$0] }
            weights = inside.map { weights[$0] }
        }
        let n = Double(kept.count)
        let phi = kept.map { $0 * $0 }.reduce(0, +) / n
        let total = weights.reduce(0, +)
        let squares = weights.map { $0 * $0 }.reduce(0, +)
        self.phi = phi
        let excess = n * phi - (n - 1)
        tau2 = n > 1 ? max(0, excess / (total - squares / total)) : .nan
    }
}

import Definitions

/// *Codeursvariantie*: what the difference between coders adds to the variance of an estimate.
///
/// The model of Hansen, Hurwitz and Bershad (1961): a reading is the truth, the coder's own leaning
/// and an error. From the differences of double readings, σ²ₑ is half the mean square within pairs
/// of coders, and the leaning's variance what the pairs' mean differences have beyond chance; it
/// can come out negative, and is given as it is.
package struct CoderVariance: Sendable, Equatable {
    /// Error of a single reading.
    package let error: Double
    /// Variance of the coders' leanings; `nil` without a pair of coders with two files.
    package let leaning: Double?

    /// - Parameter differences: for each double reading the coders, and the first's value − the
    ///   second's.
    package init?(_ differences: [(first: String, second: String, difference: Double)]) {
        guard differences.count > 1 else { return nil }
        // A pair has a direction, so that the same two coders in another order are the same pair.
        var pairs: [String: [Double]] = [:]
        for entry in differences {
            let isForward = entry.first < entry.second
            let key =
                isForward ? "\(entry.first) \(entry.second)" : "\(entry.second) \(entry.first)"
            pairs[key, default: []].append(isForward ? entry.difference : -entry.difference)
        }
        let total = differences.reduce(0) { $0 + $1.difference * $1.difference }
        var within = 0.0
        var degrees = 0.0
        var between = 0.0
        var counted = 0.0
        let groups = pairs.sorted { $0.key < $1.key }.map(\.value)
        for values in groups where values.count > 1 {
            let mean = values.reduce(0, +) / Double(values.count)
            within += values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            degrees += Double(values.count - 1)
        }
        guard degrees > 0 else {
            error = total / 2 / Double(differences.count)
            leaning = nil
            return
        }
        let spread = within / degrees
        for values in groups where values.count > 1 {
            let count = Double(values.count)
            let mean = values.reduce(0, +) / count
            between += count * (mean * mean - spread / count)
            counted += count
        }
        error = spread / 2
        leaning = between / counted / 2
    }

    /// What is added to the variance of a weighted mean.
    ///
    /// The leaning counts for Σ (the coder's share)²; the error for what the finite population
    /// correction took away of it, σ²ₑ ÷ *N*.
    package func added(weights: [(coder: String, weight: Double)]) -> Double {
        let size = weights.reduce(0) { $0 + $1.weight }
        guard size > 0 else { return 0 }
        var ofCoder: [String: Double] = [:]
        for entry in weights { ofCoder[entry.coder, default: 0] += entry.weight / size }
        let squares = ofCoder.sorted { $0.key < $1.key }.reduce(0) { $0 + $1.value * $1.value }
        return (leaning ?? 0) * squares + error / size
    }
}

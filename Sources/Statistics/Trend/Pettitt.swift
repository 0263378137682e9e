internal import Foundation

/// Pettitt's test for one shift in level.
///
/// Pettitt, *Applied Statistics* 28 (1979) 126–135; p approximate, as R's `trend::pettitt.test`.
public struct Pettitt: Sendable, Equatable {
    /// The greatest |U|.
    public let k: Double

    /// How many values stand before the shift (the first place where |U| is greatest).
    public let before: Int

    /// The approximate p, at most 1.
    public let p: Double

    /// Tests a series, in the order of time.
    public init(_ values: [Double]) {
        let n = Double(values.count)
        var sum = 0.0
        var greatest = 0.0
        var place = 0
        for (index, rank) in Ranks.average(values).enumerated() {
            sum += rank
            let u = 2 * sum - Double(index + 1) * (n + 1)
            if abs(u) > greatest { (greatest, place) = (abs(u), index + 1) }
        }
        k = greatest
        before = place
        p = min(1, 2 * exp(-6 * greatest * greatest / (n * n * n + n * n)))
    }
}

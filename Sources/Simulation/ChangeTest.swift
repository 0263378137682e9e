/// *Toets op verandering*: how far readings behind a change stand from those before.
///
/// The statistic after each reading is the difference of rates over its standard error by the
/// model, Poisson for counts and binomial for samples, with the rate before and after taken
/// together. Half-years depend on each other (violence comes back, help lasts), so that the usual
/// limit would alarm too often: the limit is set on countries in which nothing changes.
public enum ChangeTest {
    /// The statistic after each reading of the follow-up.
    ///
    /// - Parameters:
    ///   - readings: those of the baseline first.
    ///   - baseline: how many.
    ///   - isShare: whether rates are shares of children read.
    /// - Returns: the statistics; 0 where nothing was seen before or after.
    public static func statistics(
        _ readings: [Reading],
        baseline: Int,
        isShare: Bool
    ) -> [Double] {
        let before = sum(readings[..<baseline])
        return readings.indices.dropFirst(baseline).map { last in
            let after = sum(readings[baseline...last])
            guard before.of > 0, after.of > 0 else { return 0 }
            let pooled = (before.value + after.value) / (before.of + after.of)
            let variance = isShare ? pooled * (1 - pooled) : pooled
            let error = (variance * (1 / before.of + 1 / after.of)).squareRoot()
            guard error > 0 else { return 0 }
            return (after.rate - before.rate) / error
        }
    }

    /// The relative change from the baseline to the whole follow-up; `nil` without a rate before.
    public static func change(_ readings: [Reading], baseline: Int) -> Double? {
        let before = sum(readings[..<baseline])
        let after = sum(readings[baseline...])
        guard before.rate > 0, after.of > 0 else { return nil }
        return after.rate / before.rate - 1
    }

    /// The limit that a share of runs without change exceeds at any reading.
    ///
    /// - Parameters:
    ///   - largest: of each run the largest statistic, without its sign.
    ///   - share: the share, as 0.05.
    /// - Returns: a value of the list; more than `share` of the runs never lies above it.
    public static func limit(_ largest: [Double], share: Double) -> Double {
        let sorted = largest.sorted()
        guard !sorted.isEmpty else { return .infinity }
        let above = Int((share * Double(sorted.count)).rounded(.down))
        return sorted[max(0, sorted.count - 1 - above)]
    }

    private static func sum(_ readings: ArraySlice<Reading>) -> Reading {
        Reading(
            value: readings.reduce(0) { $0 + $1.value },
            of: readings.reduce(0) { $0 + $1.of }
        )
    }
}

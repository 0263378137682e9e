import Columns
public import Domain

/// What a holder delivered in earlier half-years, as far as rules on plausibility look at it.
public struct HolderHistory: Sendable {
    /// Records taken in, by half-year, of the latest vintage of each.
    public var records: [ReportingPeriod: Int]

    /// Creates a history.
    public init(records: [ReportingPeriod: Int]) {
        self.records = records
    }

    /// How far a number is from the middle of others: 0.6745 (x − median) / MAD (Iglewicz and Hoaglin
    /// 1993, How to Detect and Handle Outliers, section 3.3), in tenths, towards nought.
    ///
    /// `nil` where the median of the absolute deviations is nought: then nothing can be told.
    static func robustZTenths(_ value: Int, among others: [Int]) -> Int? {
        guard !others.isEmpty else { return nil }
        // Twice the medians, so that everything stays whole.
        let middle = twiceMedian(others)
        let deviations = others.map { abs(2 * $0 - middle) }
        let spread = twiceMedian(deviations)
        guard spread > 0 else { return nil }
        return 6745 * 2 * (2 * value - middle) / (spread * 1000)
    }

    private static func twiceMedian(_ values: [Int]) -> Int {
        let sorted = values.sorted()
        let half = sorted.count / 2
        return sorted.count % 2 == 1 ? 2 * sorted[half] : sorted[half - 1] + sorted[half]
    }
}

extension DeliveryGroup {
    /// How many records of all files are not left out.
    public var keptCount: Int { rows.count - files.reduce(0) { $0 + $1.leftOut } }

    /// Rules against the holder's own earlier totals: `INT-701` and `INT-702`.
    ///
    /// The half-year itself, where it was delivered before, is no history of itself.
    public mutating func check(file: Int, against history: HolderHistory) {
        guard let setting = files[file].setting, Rule.totalJumped.sources.contains(source) else {
            return
        }
        let now = range(ofFile: file).count - files[file].leftOut
        let least = setting.limit("plausible-records")
        let earlier = history.records.filter { $0.key < period }
        if let before = earlier[period.previous], max(before, now) >= least,
            abs(now - before) * 100 > before * setting.limit("jump-percent")
        {
            let percent = before > 0 ? (abs(now - before) * 200 + before) / (before * 2) : 100
            let sign = now < before ? "−" : "+"
            add(
                Finding(code: "INT-701", severity: .query, subject: "\(sign)\(percent)"),
                toFile: file
            )
        }
        let totals = earlier.sorted { $0.key < $1.key }.map(\.value)
        guard totals.count >= setting.limit("history-periods"),
            max(totals.max() ?? 0, now) >= least,
            let score = HolderHistory.robustZTenths(now, among: totals),
            abs(score) > setting.limit("robust-z-tenths")
        else { return }
        let sign = score < 0 ? "−" : ""
        add(
            Finding(
                code: "INT-702",
                severity: .query,
                subject: "\(sign)\(abs(score) / 10),\(abs(score) % 10)"
            ),
            toFile: file
        )
    }
}

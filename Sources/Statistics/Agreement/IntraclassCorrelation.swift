/// The share of the spread of measurements that lies between units rather than between raters or in
/// error; Shrout and Fleiss 1979, McGraw and Wong 1996.
public struct IntraclassCorrelation: Sendable, Equatable {
    /// Which of the six it is.
    public enum Form: String, Sendable, CaseIterable {
        /// One-way: each unit has raters of its own; one rating.
        case oneWay = "icc1"
        /// Two-way random: raters stand for all raters, agreement; one rating.
        case twoWayRandom = "icc2"
        /// Two-way mixed: these raters only, consistency; one rating.
        case twoWayMixed = "icc3"
        /// One-way; the mean of the ratings.
        case oneWayMean = "icc1k"
        /// Two-way random; the mean of the ratings.
        case twoWayRandomMean = "icc2k"
        /// Two-way mixed; the mean of the ratings.
        case twoWayMixedMean = "icc3k"
    }

    /// Which of the six it is.
    public let form: Form
    /// The correlation, which may be negative; `nil` when undefined.
    public let estimate: Double?
    /// The F statistic against no difference between units.
    public let f: Double?
    /// The degrees of freedom of units.
    public let df1: Int
    /// The degrees of freedom of error.
    public let df2: Int
    /// The probability of an F at least as large by chance.
    public let p: Double?
    /// The interval.
    public let interval: Interval?

    /// All six from measurements by unit, then rater, none missing.
    public static func all(_ measurements: [[Double]], level: Double) -> [IntraclassCorrelation] {
        let mean = MeanSquares(measurements)
        return Form.allCases.map { mean.correlation($0, level: level) }
    }
}

/// The analysis of variance of units by raters.
struct MeanSquares {
    let units: Double
    let raters: Double
    let between: Double
    let within: Double
    let judges: Double
    let error: Double

    init(_ measurements: [[Double]]) {
        units = Double(measurements.count)
        raters = Double(measurements[0].count)
        let all = measurements.joined().reduce(0, +) / (units * raters)
        var ofUnits = 0.0
        var inUnits = 0.0
        for unit in measurements {
            let mean = unit.reduce(0, +) / raters
            ofUnits += raters * (mean - all) * (mean - all)
            for value in unit { inUnits += (value - mean) * (value - mean) }
        }
        var ofRaters = 0.0
        for rater in measurements[0].indices {
            let mean = measurements.reduce(0) { $0 + $1[rater] } / units
            ofRaters += units * (mean - all) * (mean - all)
        }
        between = ofUnits / (units - 1)
        within = inUnits / (units * (raters - 1))
        judges = ofRaters / (raters - 1)
        error = max(inUnits - ofRaters, 0) / ((units - 1) * (raters - 1))
    }

    func correlation(_ form: IntraclassCorrelation.Form, level: Double) -> IntraclassCorrelation {
        let k = raters
        let isOneWay = form == .oneWay || form == .oneWayMean
        let df1 = units - 1
        let df2 = isOneWay ? units * (k - 1) : (units - 1) * (k - 1)
        let f = between / (isOneWay ? within : error)
        let estimate: Double =
            switch form {
            case .oneWay: (between - within) / (between + (k - 1) * within)
            case .twoWayRandom:
                (between - error) / (between + (k - 1) * error + k * (judges - error) / units)
            case .twoWayMixed: (between - error) / (between + (k - 1) * error)
            case .oneWayMean: (between - within) / between
            case .twoWayRandomMean: (between - error) / (between + (judges - error) / units)
            case .twoWayMixedMean: (between - error) / between
            }
        return IntraclassCorrelation(
            form: form,
            estimate: estimate.isFinite ? estimate : nil,
            f: f.isFinite ? f : nil,
            df1: Int(df1),
            df2: Int(df2),
            p: f.isFinite && df1 > 0 ? FisherF.upper(f, df1: df1, df2: df2) : nil,
            interval: df1 > 0 && f.isFinite ? interval(form, f, df1, df2, level) : nil
        )
    }

    private func interval(
        _ form: IntraclassCorrelation.Form,
        _ f: Double,
        _ df1: Double,
        _ df2: Double,
        _ level: Double
    ) -> Interval? {
        let tail = (1 - level) / 2
        let k = raters
        if form == .twoWayRandom || form == .twoWayRandomMean {
            // Satterthwaite's degrees of freedom at the estimate; Shrout and Fleiss 1979, p. 424.
            guard
                let rho = singleRandom, error > 0
            else { return nil }
            let fJudges = judges / error
            let a = k * rho * fJudges + units * (1 + (k - 1) * rho) - k * rho
            let above = (k - 1) * (units - 1) * a * a
            let b = units * (1 + (k - 1) * rho) - k * rho
            let below = (units - 1) * k * k * rho * rho * fJudges * fJudges + b * b
            let v = above / below
            let upperF = FisherF.quantile(upper: tail, df1: units - 1, df2: v)
            let lowerF = FisherF.quantile(upper: tail, df1: v, df2: units - 1)
            let spread = k * judges + (k * units - k - units) * error
            let lower = units * (between - upperF * error) / (upperF * spread + units * between)
            let upper =
                units * (lowerF * between - error) / (spread + units * lowerF * between)
            if form == .twoWayRandom { return Interval(lower, upper) }
            return Interval(lower * k / (1 + lower * (k - 1)), upper * k / (1 + upper * (k - 1)))
        }
        let low = f / FisherF.quantile(upper: tail, df1: df1, df2: df2)
        let high = f * FisherF.quantile(upper: tail, df1: df2, df2: df1)
        if form == .oneWayMean || form == .twoWayMixedMean {
            return Interval(1 - 1 / low, 1 - 1 / high)
        }
        return Interval((low - 1) / (low + k - 1), (high - 1) / (high + k - 1))
    }

    private var singleRandom: Double? {
        let estimate =
            (between - error)
            / (between + (raters - 1) * error + raters * (judges - error) / units)
        return estimate.isFinite ? estimate : nil
    }
}

/// Reliable change and clinically significant change of persons measured twice.
///
/// Jacobson and Truax 1991; the variants as R's `clinicalsignificance` 3 has them.
public struct ReliableChange: Sendable {
    /// Scores of a population: a norm group, or the sample itself.
    public struct Norm: Sendable, Equatable {
        /// Their mean.
        public var mean: Double
        /// Their standard deviation.
        public var deviation: Double

        /// A norm from its two numbers.
        public init(mean: Double, deviation: Double) {
            self.mean = mean
            self.deviation = deviation
        }

        /// Mean and deviation (divisor *n* − 1) of scores.
        public init(of scores: [Double]) {
            let count = Double(scores.count)
            let mean = scores.reduce(0, +) / count
            let squares = scores.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
            self.init(mean: mean, deviation: (squares / (count - 1)).squareRoot())
        }
    }

    /// How change is judged.
    public var method: ReliableChangeMethod
    /// Whether a higher score is better.
    public var higherIsBetter: Bool
    /// The reliability of the score, above 0 and below 1.
    public var reliability: Double
    /// The reliability at the second measurement, for NK; that of the first when not given.
    public var reliabilityAfter: Double?
    /// The clinical population, before.
    public var clinical: Norm
    /// The persons after.
    public var after: Norm
    /// The functional population; cut-offs b and c need it.
    public var functional: Norm?
    /// The index beyond which change is reliable.
    public var criticalValue: Double
    /// Whether cut-off b takes the deviation of the clinical population, as R's package does, and
    /// not of the functional one, as Jacobson and Truax do.
    public var cutoffBFromClinical = false

    /// A judge of change.
    public init(
        _ method: ReliableChangeMethod,
        higherIsBetter: Bool,
        reliability: Double,
        reliabilityAfter: Double? = nil,
        clinical: Norm,
        after: Norm,
        functional: Norm? = nil,
        criticalValue: Double? = nil
    ) {
        self.method = method
        self.higherIsBetter = higherIsBetter
        self.reliability = reliability
        self.reliabilityAfter = reliabilityAfter
        self.clinical = clinical
        self.after = after
        self.functional = functional
        self.criticalValue = criticalValue ?? method.standardCriticalValue
    }

    /// The standard error of measurement, s √(1 − r).
    public var errorOfMeasurement: Double {
        clinical.deviation * (1 - reliability).squareRoot()
    }

    /// The reliability of differences of Hageman and Arrindell, from the correlation of both
    /// measurements; `nil` when it is not above 0.
    func reliabilityOfDifferences(correlation: Double) -> Double? {
        let before = clinical.deviation
        let later = after.deviation
        let error = errorOfMeasurement * errorOfMeasurement
        let shared = 2 * before * later * correlation
        let found =
            (before * before + later * later - 2 * error - shared)
            / (before * before + later * later - shared)
        return found > 0 ? found : nil
    }

    /// The index of each person, `nil` for all when it is undefined.
    public func indices(before: [Double], after scores: [Double]) -> [Double]? {
        let mean = clinical.mean
        let deviation = clinical.deviation
        let r = reliability
        let pairs = zip(before, scores)
        let index: [Double]
        switch method {
        case .jacobsonTruax:
            let error = (2 * errorOfMeasurement * errorOfMeasurement).squareRoot()
            index = pairs.map { ($1 - $0) / error }
        case .gulliksenLordNovick, .hsuLinnLord:
            let error = deviation * (1 - r * r).squareRoot()
            let centre = method == .hsuLinnLord ? after.mean : mean
            index = pairs.map { (($1 - centre) - r * ($0 - mean)) / error }
        case .edwardsNunnally:
            index = pairs.map { ($1 - (r * ($0 - mean) + mean)) / errorOfMeasurement }
        case .nunnallyKotsch:
            let second = reliabilityAfter ?? r
            let error =
                (r * r * deviation * deviation * (1 - r) + deviation * deviation * (1 - second))
                .squareRoot()
            index = pairs.map { ($1 - (r * ($0 - mean) + mean)) / error }
        case .hagemanArrindell:
            guard let correlation = Self.correlation(before, scores),
                let share = reliabilityOfDifferences(correlation: correlation)
            else { return nil }
            let error =
                share.squareRoot()
                * (2 * errorOfMeasurement * errorOfMeasurement)
                .squareRoot()
            let drift = (after.mean - mean) * (1 - share)
            index = pairs.map { (($1 - $0) * share + drift) / error }
        }
        return index.allSatisfy(\.isFinite) ? index : nil
    }

    private static func correlation(_ left: [Double], _ right: [Double]) -> Double? {
        let a = Norm(of: left)
        let b = Norm(of: right)
        let products = zip(left, right).reduce(0) { $0 + ($1.0 - a.mean) * ($1.1 - b.mean) }
        let correlation = products / (Double(left.count - 1) * a.deviation * b.deviation)
        return correlation.isFinite ? correlation : nil
    }
}

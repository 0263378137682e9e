/// A sample with many sets of weights, whose estimates show how far one sample may be off.
///
/// Wolter, *Introduction to Variance Estimation* (2007), ch. 3–5; R's `svrepdesign`.
public struct ReplicateDesign: Sendable {
    /// How the replicates came about, for the convention.
    public let name: String

    /// For each row its sampling weight.
    public let weights: [Double]

    /// For each row the unit whose factor it shares.
    public let unitOfRow: [Int]

    /// For each replicate and unit the factor on the weight: a unit a row, a replicate a column.
    public let factors: Matrix

    /// The multiplier of each squared deviation.
    public let scales: [Double]

    /// Whether deviations are taken from the full-sample estimate rather than from the mean of the
    /// replicates.
    public var isAroundEstimate: Bool

    /// The degrees of freedom.
    public let degreesOfFreedom: Int

    /// How many replicates.
    public var replicates: Int { factors.columns }

    /// Replicate weights that came with the data.
    ///
    /// - `replicateWeights`: for each replicate one weight a row, the sampling weight included.
    /// - `scales`: the multiplier of each squared deviation.
    public init(
        weights: [Double],
        replicateWeights: [[Double]],
        scales: [Double],
        isAroundEstimate: Bool = false,
        degreesOfFreedom: Int? = nil
    ) {
        precondition(replicateWeights.count == scales.count)
        name = "given"
        self.weights = weights
        unitOfRow = Array(weights.indices)
        var factors = Matrix(rows: weights.count, columns: replicateWeights.count)
        for (column, values) in replicateWeights.enumerated() {
            precondition(values.count == weights.count)
            for row in weights.indices {
                factors[row, column] = weights[row] == 0 ? 0 : values[row] / weights[row]
            }
        }
        self.factors = factors
        self.scales = scales
        self.isAroundEstimate = isAroundEstimate
        self.degreesOfFreedom = degreesOfFreedom ?? Self.rank(of: replicateWeights) - 1
    }

    init(
        _ name: String,
        design: SurveyDesign,
        factors: Matrix,
        scales: [Double],
        isAroundEstimate: Bool,
        degreesOfFreedom: Int
    ) {
        self.name = name
        weights = design.weights
        unitOfRow = design.stages[0].unitOfRow
        self.factors = factors
        self.scales = scales
        self.isAroundEstimate = isAroundEstimate
        self.degreesOfFreedom = degreesOfFreedom
    }

    /// The number of independent columns, by the eigenvalues of their products.
    private static func rank(of columns: [[Double]]) -> Int {
        var products = Matrix(rows: columns.count, columns: columns.count)
        for left in columns.indices {
            for right in left..<columns.count {
                var product = 0.0
                for row in columns[left].indices {
                    product += columns[left][row] * columns[right][row]
                }
                products[left, right] = product
                products[right, left] = product
            }
        }
        guard let values = products.symmetricEigen()?.values, let largest = values.last else {
            return 0
        }
        // Products square the columns: 1e-10 here is 1e-5 there, which is R's tolerance.
        return values.count { $0 > largest * 1e-10 }
    }
}

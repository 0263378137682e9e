/// How representative a response is for known traits: 1 − 2 *S*(ρ), 1 when all have the same chance to
/// respond; Schouten, Cobben and Bethlehem 2009.
public struct RIndicator: Sendable {
    /// A trait with categories, for partial indicators.
    public struct Trait: Sendable {
        /// Its name.
        public var name: String
        /// For each row its category.
        public var categories: [String]

        /// A trait.
        public init(name: String, categories: [String]) {
            self.name = name
            self.categories = categories
        }
    }

    /// The contribution of one trait (Schouten, Shlomo and Skinner 2011).
    public struct Partial: Sendable, Equatable {
        /// The trait.
        public let name: String
        /// The spread of response between its categories.
        public let unconditional: Double
        /// The spread that it adds within cells of the other traits.
        public let conditional: Double
        /// For each category, sorted: √share × (its response − the mean), and its part of the
        /// conditional spread.
        public let categories: [Category]
    }

    /// A category's part in a partial indicator.
    public struct Category: Sendable, Equatable {
        /// The category.
        public let name: String
        /// Negative when it responds less than the mean.
        public let unconditional: Double
        /// Never negative.
        public let conditional: Double
    }

    /// The indicator.
    public let estimate: Double
    /// The indicator with the bias of estimated propensities taken away (Shlomo, Skinner and
    /// Schouten 2012); `nil` when less than nothing is left of the spread.
    public let adjusted: Double?
    /// The standard error, from the linearisation of the spread in coefficients and weights.
    public let standardError: Double?
    /// The mean propensity.
    public let meanPropensity: Double
    /// The standard deviation of propensities.
    public let spread: Double
    /// For each row its propensity.
    public let propensities: [Double]
    /// One for each trait.
    public let partials: [Partial]

    /// Estimates the indicator.
    ///
    /// - Parameters:
    ///   - response: 0 or 1 for each sampled row.
    ///   - traits: what is known of all of them; main effects in a logistic model.
    ///   - design: how they were sampled, with weights.
    /// - Throws: ``StatisticsError/unsuited(expected:)`` when the model has no solution.
    public init(
        response: [Double],
        traits: [Trait],
        design: SurveyDesign
    ) throws(StatisticsError) {
        let weights = design.weights
        var columns = [Array(repeating: 1.0, count: response.count)]
        for trait in traits {
            for category in Set(trait.categories).sorted().dropFirst() {
                columns.append(trait.categories.map { $0 == category ? 1 : 0 })
            }
        }
        guard let fit = LogisticFit(response, columns, weights: weights) else {
            throw .unsuited(
                expected: "traits of which none predicts response without fail or repeats another"
            )
        }
        let rho = fit.fitted
        let size = weights.reduce(0, +)
        let mean = zip(weights, rho).reduce(0) { $0 + $1.0 * $1.1 } / size
        let square =
            zip(weights, rho).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / (size - 1)
        spread = square.squareRoot()
        estimate = 1 - 2 * spread
        meanPropensity = mean
        propensities = rho
        adjusted = Self.adjusted(square, rho, columns, size: size)
        standardError = Self.standardError(
            square,
            mean,
            rho,
            response,
            columns,
            fit.inverse,
            design,
            size
        )
        partials = traits.indices.map { Self.partial($0, traits, rho, weights, mean, size) }
    }

    /// *S*² (1 + 1/*n* − 1/*N*) − (1/*n*) Σ *zᵀ* (Σ *z xᵀ*)⁻¹ *z* with *z* = ρ(1 − ρ) *x*.
    private static func adjusted(
        _ square: Double,
        _ rho: [Double],
        _ columns: [[Double]],
        size: Double
    ) -> Double? {
        let count = Double(rho.count)
        var products = Matrix(rows: columns.count, columns: columns.count)
        for (row, p) in rho.enumerated() {
            for first in columns.indices where columns[first][row] != 0 {
                for second in columns.indices {
                    products[first, second] +=
                        p * (1 - p) * columns[first][row] * columns[second][row]
                }
            }
        }
        guard let inverse = products.inverseOfPositiveDefinite() else { return nil }
        var bias = 0.0
        for (row, p) in rho.enumerated() {
            let z = columns.map { $0[row] * p * (1 - p) }
            bias += zip(z, inverse * z).reduce(0) { $0 + $1.0 * $1.1 }
        }
        let left = square * (1 + 1 / count - 1 / size) - bias / count
        return left >= 0 ? 1 - 2 * left.squareRoot() : nil
    }

    private static func standardError(
        _ square: Double,
        _ mean: Double,
        _ rho: [Double],
        _ response: [Double],
        _ columns: [[Double]],
        _ inverse: Matrix,
        _ design: SurveyDesign,
        _ size: Double
    ) -> Double? {
        guard square > 0 else { return nil }
        var slope = Array(repeating: 0.0, count: columns.count)
        for (row, p) in rho.enumerated() {
            let factor = 2 * design.weights[row] * (p - mean) * p * (1 - p) / size
            for place in columns.indices { slope[place] += factor * columns[place][row] }
        }
        let direction = inverse * slope
        let influence = rho.indices.map { row -> Double in
            let p = rho[row]
            let model = columns.indices.reduce(0) { $0 + direction[$1] * columns[$1][row] }
            let own = ((p - mean) * (p - mean) - square) / size
            return design.weights[row] * (own + model * (response[row] - p))
        }
        let variance = design.covariance(ofTotals: [influence]).matrix?[0, 0]
        guard let variance, variance >= 0 else { return nil }
        // R = 1 − 2S, so its error is that of S² divided by S.
        return variance.squareRoot() / square.squareRoot()
    }

    private static func partial(
        _ place: Int,
        _ traits: [Trait],
        _ rho: [Double],
        _ weights: [Double],
        _ mean: Double,
        _ size: Double
    ) -> Partial {
        let own = traits[place].categories
        let others = rho.indices.map { row in
            traits.indices.filter { $0 != place }.map { traits[$0].categories[row] }
        }
        var sumOfCell: [[String]: Double] = [:]
        var sizeOfCell: [[String]: Double] = [:]
        for row in rho.indices {
            sumOfCell[others[row], default: 0] += weights[row] * rho[row]
            sizeOfCell[others[row], default: 0] += weights[row]
        }
        var categories: [Category] = []
        var between = 0.0
        var within = 0.0
        for category in Set(own).sorted() {
            let rows = rho.indices.filter { own[$0] == category }
            let share = rows.reduce(0) { $0 + weights[$1] }
            let average = rows.reduce(0) { $0 + weights[$1] * rho[$1] } / share
            let added = rows.reduce(0) { sum, row in
                let cell = (sumOfCell[others[row]] ?? 0) / (sizeOfCell[others[row]] ?? 1)
                return sum + weights[row] * (rho[row] - cell) * (rho[row] - cell)
            }
            between += share / size * (average - mean) * (average - mean)
            within += added / (size - 1)
            categories.append(
                Category(
                    name: category,
                    unconditional: (share / size).squareRoot() * (average - mean),
                    conditional: (added / (size - 1)).squareRoot()
                )
            )
        }
        return Partial(
            name: traits[place].name,
            unconditional: between.squareRoot(),
            conditional: within.squareRoot(),
            categories: categories
        )
    }
}

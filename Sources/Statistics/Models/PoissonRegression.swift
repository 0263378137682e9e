internal import Foundation

/// A log-linear model of counts: `log μ = offset + X β`, counts being Poisson.
///
/// Fitted by iteratively reweighted least squares, as McCullagh and Nelder, *Generalized Linear
/// Models* (1989) ch. 2, until the deviance changes by less than 1e-14 of itself.
public struct PoissonRegression: Sendable, Equatable {
    /// The coefficients, one for each column of the design.
    public let coefficients: [Double]

    /// Their covariance, the dispersion being 1.
    public let covariance: Matrix

    /// The means that the model gives.
    public let fitted: [Double]

    /// Twice the log-likelihood that the model lacks against one that fits all counts.
    public let deviance: Double

    /// The sum of squared Pearson residuals.
    public let pearson: Double

    /// The log-likelihood, with its constants.
    public let logLikelihood: Double

    /// Fits the model; `nil` when columns of the design depend on each other or it does not settle.
    ///
    /// - Parameters:
    ///   - counts: counts, 0 or more.
    ///   - design: a row for each count.
    ///   - offset: what is added to the linear predictor; 0 by default.
    public init?(counts: [Double], design: Matrix, offset: [Double]? = nil) {
        precondition(design.rows == counts.count)
        let offset = offset ?? Array(repeating: 0, count: counts.count)
        var means = counts.map { $0 + 0.1 }
        var last = Double.infinity
        var beta: [Double] = []
        var hasSettled = false
        for _ in 0..<100 {
            var weighted = design
            var working: [Double] = []
            for row in 0..<design.rows {
                let root = means[row].squareRoot()
                working.append(
                    root
                        * (log(means[row]) - offset[row] + (counts[row] - means[row]) / means[row])
                )
                for column in 0..<design.columns { weighted[row, column] *= root }
            }
            guard let (solution, rank) = weighted.leastSquares(working, tolerance: 1e-13),
                rank == design.columns
            else { return nil }
            beta = solution
            // A mean of exactly 0 has no logarithm; this floor is far below any mean that counts.
            means = zip(design * beta, offset).map { max(1e-300, exp(min(700, $0 + $1))) }
            let deviance = Self.deviance(counts, means)
            if abs(deviance - last) <= 1e-14 * (abs(deviance) + 0.1) {
                hasSettled = true
                break
            }
            last = deviance
        }
        // Separation lets the deviance fall for ever by less and less: it has then all but settled.
        guard hasSettled || abs(Self.deviance(counts, means) - last) < 1e-8 * (last + 0.1) else {
            return nil
        }
        var information = Matrix(rows: design.columns, columns: design.columns)
        for row in 0..<design.rows {
            for i in 0..<design.columns {
                for j in 0..<design.columns {
                    information[i, j] += design[row, i] * means[row] * design[row, j]
                }
            }
        }
        guard let covariance = information.inverseOfPositiveDefinite() else { return nil }
        coefficients = beta
        self.covariance = covariance
        fitted = means
        deviance = Self.deviance(counts, means)
        pearson = zip(counts, means).map { ($0 - $1) * ($0 - $1) / $1 }.reduce(0, +)
        logLikelihood = zip(counts, means)
            .map { ($0 > 0 ? $0 * log($1) : 0) - $1 - logGamma($0 + 1) }.reduce(0, +)
    }

    private static func deviance(_ counts: [Double], _ means: [Double]) -> Double {
        2 * zip(counts, means).map { ($0 > 0 ? $0 * log($0 / $1) : 0) - ($0 - $1) }.reduce(0, +)
    }
}

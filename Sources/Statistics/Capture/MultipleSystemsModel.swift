internal import Foundation

/// One log-linear model of capture histories: main effects of all lists and chosen interactions.
///
/// Bishop, Fienberg and Holland, *Discrete Multivariate Analysis* (1975) ch. 6. An interaction whose
/// lists never overlap has its parameter at −∞: it and the empty cells it governs leave the fit, as
/// Chan, Silverman and Vincent, *JASA* 116 (2021) 1297–1306, and still counts as a parameter.
public struct MultipleSystemsModel: Sendable, Equatable {
    /// The interactions, as sets of lists (bits).
    public let terms: [Int]

    /// Those of them whose parameter is −∞.
    public let atMinusInfinity: [Int]

    /// Persons in all, by the Poisson model: those seen and `exp(intercept)`.
    public let total: Double

    /// Its standard error, as R's `Rcapture`: `√(exp(b) + exp(2b) Var b)`.
    public let error: Double

    /// Twice the log-likelihood lacking against a model that fits every cell.
    public let deviance: Double

    /// Cells less parameters.
    public let df: Int

    /// −2 log L + 2 parameters.
    public let aic: Double

    /// −2 log L + parameters × log(persons seen).
    public let bic: Double

    private let histories: CaptureHistories

    /// Fits; `nil` when the model has no finite estimate or cannot be told from others.
    public init?(_ histories: CaptureHistories, terms: [Int]) {
        let empty = terms.filter { histories.overlap($0) == 0 }
        guard let fit = Self.fit(histories, terms: terms, hidden: nil) else { return nil }
        let intercept = fit.coefficients[0]
        let hidden = exp(intercept)
        // A cell without persons whose mean runs to 0 means that a parameter runs to infinity.
        let cells = Self.cells(histories, empty)
        let runsAway = zip(cells, fit.fitted).contains {
            histories.counts[$0 - 1] == 0 && $1 < 1e-7
        }
        guard hidden.isFinite, !runsAway else { return nil }
        let parameters = 1 + histories.lists.count + terms.count
        self.histories = histories
        self.terms = terms
        atMinusInfinity = empty
        total = histories.seen + hidden
        error = (hidden + hidden * hidden * fit.covariance[0, 0]).squareRoot()
        deviance = fit.deviance
        df = histories.counts.count - parameters
        aic = -2 * fit.logLikelihood + 2 * Double(parameters)
        bic = -2 * fit.logLikelihood + Double(parameters) * log(histories.seen)
    }

    /// Limits by the profile of the multinomial likelihood in the total.
    ///
    /// Cormack, *Biometrics* 48 (1992) 567–576: for each total the cell of the unseen is filled and
    /// the model fitted anew. The lower limit is those seen where the profile never falls below.
    /// - Returns: the top of the profile and the limits.
    public func profile(level: Double = 0.95) -> (total: Double, limits: Interval) {
        let seen = histories.seen
        let reach = ChiSquared.quantile(lower: level, df: 1) / 2
        let farthest = max(20 * total, total + 1000)
        func height(_ hidden: Double) -> Double { logLikelihood(hidden: hidden) ?? -.infinity }
        // The top lies near the Poisson estimate; it is looked for on a scale of logarithms.
        let centre = max(0.5, total - seen)
        let top = exp(
            Root.ofTop(from: log(max(1e-6, centre / 20)), to: log(centre * 5), relative: 1e-10) {
                height(exp($0))
            }
        )
        let best = height(top)
        func excess(_ hidden: Double) -> Double { height(hidden) - (best - reach) }
        let lower =
            excess(1e-9) >= 0
            ? 0 : Root.ofFalling(from: -top, to: -1e-9) { excess(-$0) }.magnitude
        let upper =
            excess(farthest) >= 0
            ? .infinity : Root.ofFalling(from: top, to: farthest) { excess($0) }
        return (seen + top, Interval(seen + lower, seen + upper))
    }

    /// The multinomial log-likelihood with a number of unseen persons, up to a constant.
    private func logLikelihood(hidden: Double) -> Double? {
        guard let fit = Self.fit(histories, terms: terms, hidden: hidden) else { return nil }
        let total = histories.seen + hidden
        let cells = Self.cells(histories, atMinusInfinity)
        var sum = logGamma(total + 1) - logGamma(hidden + 1)
        for (cell, mean) in zip(cells, fit.fitted) where histories.counts[cell - 1] > 0 {
            sum += histories.counts[cell - 1] * log(mean / total)
        }
        if hidden > 0, let mean = fit.fitted.last { sum += hidden * log(mean / total) }
        return sum
    }

    /// The combinations that take part: those that no parameter at −∞ governs.
    private static func cells(_ histories: CaptureHistories, _ empty: [Int]) -> [Int] {
        (1...histories.counts.count).filter { cell in !empty.contains { cell & $0 == $0 } }
    }

    private static func fit(
        _ histories: CaptureHistories,
        terms: [Int],
        hidden: Double?
    ) -> PoissonRegression? {
        let empty = terms.filter { histories.overlap($0) == 0 }
        let finite = terms.filter { !empty.contains($0) }
        let cells = cells(histories, empty)
        let columns = histories.lists.indices.map { 1 << $0 } + finite
        var lines = cells.map { cell in [1] + columns.map { cell & $0 == $0 ? 1.0 : 0 } }
        var counts = cells.map { histories.counts[$0 - 1] }
        if let hidden {
            lines.append([1] + columns.map { _ in 0 })
            counts.append(hidden)
        }
        guard lines.count >= columns.count + 1 else { return nil }
        return PoissonRegression(counts: counts, design: Matrix(rowsOf: lines))
    }
}

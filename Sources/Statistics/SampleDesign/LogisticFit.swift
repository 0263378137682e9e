import Foundation

/// A logistic regression by Newton's method, with weights.
struct LogisticFit {
    let coefficients: [Double]
    let fitted: [Double]
    /// The inverse of Σ *d p*(1 − *p*) *x xᵀ*.
    let inverse: Matrix

    /// `nil` when it does not settle, as when a variable predicts the outcome without fail.
    init?(_ outcome: [Double], _ variables: [[Double]], weights: [Double]) {
        let width = variables.count
        var coefficients = Array(repeating: 0.0, count: width)
        for round in 0..<60 {
            var information = Matrix(rows: width, columns: width)
            var score = Array(repeating: 0.0, count: width)
            let fitted = Self.fitted(coefficients, variables)
            for row in outcome.indices {
                let spread = weights[row] * fitted[row] * (1 - fitted[row])
                for first in 0..<width {
                    let value = variables[first][row]
                    if value == 0 { continue }
                    score[first] += weights[row] * value * (outcome[row] - fitted[row])
                    for second in 0..<width {
                        information[first, second] += spread * value * variables[second][row]
                    }
                }
            }
            guard let inverse = information.inverseOfPositiveDefinite() else { return nil }
            let step = inverse * score
            let size = step.reduce(0) { max($0, abs($1)) }
            if size < 1e-10 {
                guard coefficients.allSatisfy({ abs($0) < 30 }) else { return nil }
                self.coefficients = coefficients
                self.fitted = fitted
                self.inverse = inverse
                return
            }
            guard size.isFinite, round < 59 else { return nil }
            for place in 0..<width { coefficients[place] += step[place] }
        }
        return nil
    }

    private static func fitted(_ coefficients: [Double], _ variables: [[Double]]) -> [Double] {
        (0..<(variables.first?.count ?? 0)).map { row in
            var predictor = 0.0
            for (place, values) in variables.enumerated() {
                predictor += coefficients[place] * values[row]
            }
            return 1 / (1 + exp(-predictor))
        }
    }
}

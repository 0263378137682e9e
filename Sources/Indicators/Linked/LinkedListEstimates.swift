import Definitions
import Statistics

/// *Het ongeziene*: how many children there are in all, by several log-linear models side by side.
///
/// On one set of lists two good models can differ by a factor of two (the United Kingdom in 2013:
/// 11 300 and 23 000; Silverman, *JRSS A* 183 (2020) 691–736), so the table holds every model and the
/// range of the profile limits of those that fit about as well by either criterion.
struct LinkedListEstimates {
    /// What a model makes of the lists.
    struct Estimate {
        /// Children in all; `nil` for a range of models.
        var total: Double?
        /// The lower limit.
        var lower: Double
        /// The upper limit; infinite where the lists give none.
        var upper: Double
        /// Akaike's criterion.
        var aic: Double?
        /// Bayes' criterion by the children seen.
        var bic: Double?

        /// The value of a measure as the table keeps it; `nil` where there is none.
        func value(of kind: IndicatorDefinition.Measure.Kind) -> Int64? {
            let value: Double?
            switch kind {
            case .estimatedTotal: value = total
            case .estimatedTotalLower: value = lower
            case .estimatedTotalUpper: value = upper
            case .akaike: value = aic.map { $0 * 10 }
            case .bayes: value = bic.map { $0 * 10 }
            default: value = nil
            }
            guard let value, value.isFinite, value.magnitude < 1e15 else { return nil }
            return Int64(value.rounded())
        }
    }

    /// How far a model may lie above the best by a criterion and still fit about as well.
    ///
    /// Burnham and Anderson, *Model Selection and Multimodel Inference* (2002) p. 70: from four on
    /// the evidence for a model is considerably less.
    static let reach = 4.0

    /// The pairs of lists that depend on each other in each model, and what it makes of the lists.
    let models: [(terms: [Int], estimate: Estimate)]
    /// The lowest and highest limit of the models that fit about as well; `nil` without a model.
    let range: Estimate?

    init(_ histories: CaptureHistories) {
        guard histories.seen > 0 else {
            models = []
            range = nil
            return
        }
        let found = MultipleSystems.all(histories, maxOrder: 2, by: .bic).models
        models = found.map { model in
            let limits = model.profile().limits
            let estimate = Estimate(
                total: model.total,
                lower: limits.lower,
                upper: limits.upper,
                aic: model.aic,
                bic: model.bic
            )
            return (model.terms, estimate)
        }
        let bestBayes = found.map(\.bic).min() ?? .infinity
        let bestAkaike = found.map(\.aic).min() ?? .infinity
        let near = zip(found, models).filter { model, _ in
            model.bic - bestBayes <= LinkedListEstimates.reach
                || model.aic - bestAkaike <= LinkedListEstimates.reach
        }.map(\.1.estimate)
        range =
            near.isEmpty
            ? nil
            : Estimate(
                total: nil,
                lower: near.map(\.lower).min() ?? 0,
                upper: near.map(\.upper).max() ?? .infinity
            )
    }
}

public import Statistics

/// *Overlap en het ongeziene* (RE-03): how many there are in all, by several models side by side.
///
/// Log-linear models of three lists or more (Bishop, Fienberg and Holland 1975; Cormack 1992; sparse
/// tables as Chan, Silverman and Vincent 2021). Good models can differ by a factor of two on the same
/// lists, so what is shown is the range over all models that fit about as well, by either criterion.
public struct UnseenEstimate: Sendable, Equatable {
    /// A model.
    public struct Model: Sendable, Equatable {
        /// The pairs of lists that depend on each other; empty for independent lists.
        public let pairs: [[String]]
        /// Persons in all.
        public let total: Double
        /// Profile limits of the total; infinite above where the lists give no upper limit.
        public let limits: Interval
        /// Akaike's criterion.
        public let aic: Double
        /// Bayes' criterion, by the persons seen.
        public let bic: Double
    }

    /// Persons on any list.
    public let seen: Double
    /// The models within reach of the best by either criterion, the best by BIC first.
    public let models: [Model]
    /// The lowest and highest total of those models.
    public let range: Interval
    /// The lowest and highest profile limit of those models.
    public let limits: Interval
    /// Models that have no finite estimate.
    public let failed: Int

    /// Fits all models with dependent pairs; `nil` when none has an estimate.
    ///
    /// - Parameters:
    ///   - histories: persons by combination of 3 to 5 lists.
    ///   - within: models so far above the best by BIC or by AIC are shown.
    ///   - most: no more models than this by each criterion.
    public init?(_ histories: CaptureHistories, within: Double = 4, most: Int = 6) {
        precondition((3...5).contains(histories.lists.count), "3 to 5 lists")
        let found = MultipleSystems.all(histories, maxOrder: 2, by: .bic)
        guard let bic = found.models.map(\.bic).min(), let aic = found.models.map(\.aic).min()
        else { return nil }
        let byBIC = found.models.filter { $0.bic - bic <= within }.prefix(most)
        let byAIC = found.models.sorted { ($0.aic, $0.terms.count) < ($1.aic, $1.terms.count) }
            .filter { $0.aic - aic <= within }.prefix(most)
        let kept = byBIC + byAIC.filter { one in !byBIC.contains { $0.terms == one.terms } }
        models = kept.map { model in
            Model(
                pairs: model.terms.map { term in
                    histories.lists.indices.filter { term >> $0 & 1 == 1 }
                        .map { histories.lists[$0] }
                },
                total: model.total,
                limits: model.profile().limits,
                aic: model.aic,
                bic: model.bic
            )
        }
        seen = histories.seen
        failed = found.failed
        range = Interval(
            models.map(\.total).min() ?? .nan,
            models.map(\.total).max() ?? .nan
        )
        limits = Interval(
            models.map(\.limits.lower).min() ?? .nan,
            models.map(\.limits.upper).max() ?? .nan
        )
    }
}

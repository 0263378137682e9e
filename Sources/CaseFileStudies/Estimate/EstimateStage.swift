public import Definitions
public import Statistics

/// *Schatten*: from coded files to figures for each planned estimate and domain.
public struct EstimateStage: Sendable {
    /// How the variance is worked out.
    public enum VarianceMethod: String, CaseIterable, Sendable {
        /// Linearisation, with the finite population correction at both stages and both phases.
        case linearisation
        /// Leaving out an organisation at a time.
        case jackknife
        /// Half-samples, for a plan with two organisations a stratum.
        case brr
        /// Rao and Wu's bootstrap over organisations, 1 000 replicates from the draw's seed.
        case bootstrap
    }

    private let instrument: Instrument
    private let interval: SurveyProportionInterval
    private let variance: VarianceMethod

    /// Creates the stage.
    public init(
        instrument: Instrument,
        interval: SurveyProportionInterval = .logit,
        variance: VarianceMethod = .linearisation
    ) {
        self.instrument = instrument
        self.interval = interval
        self.variance = variance
    }

    /// Estimates everything that was planned.
    ///
    /// - Parameters:
    ///   - state: the study.
    ///   - calibrates: whether weights are brought to the counts of the register in the margins of
    ///     the plan, and totals given.
    /// - Returns: the figures, by estimate and then domain, in the order of the plan.
    /// - Throws: ``StudyError`` or `StatisticsError`.
    public func run(_ state: StudyState, calibrates: Bool = false) throws -> [StudyFigure] {
        let sample = try StudySample(state)
        var design = sample.design
        if calibrates {
            design = try design.raked(to: margins(sample, state))
        }
        let known = Dictionary(
            state.request.estimates.map { ($0.id, ItemAgreement.of($0, state, instrument)) },
            uniquingKeysWith: { first, _ in first }
        )
        return try state.request.estimates.flatMap { estimate in
            let values = sample.rows.map {
                EstimateValue(estimate, $0.coding.answers, instrument)
            }
            return try state.request.domains.map { domain in
                try FigureWork(
                    estimate: estimate,
                    domain: domain,
                    state: state,
                    sample: sample,
                    design: design,
                    values: values,
                    agreement: known[estimate.id] ?? nil,
                    coders: coders(estimate, state),
                    interval: interval,
                    variance: variance,
                    givesTotals: calibrates
                ).figure()
            }
        }
    }

    /// How readings that were done twice differ in what an estimate takes from them.
    private func coders(
        _ estimate: StudyRequest.Estimate,
        _ state: StudyState
    ) -> CoderVariance? {
        CoderVariance(
            DoubleReading.all(state).compactMap { pair in
                guard
                    let first = EstimateValue(estimate, pair.first.answers, instrument).number,
                    let second = EstimateValue(estimate, pair.second.answers, instrument).number
                else { return nil }
                return (pair.first.coder, pair.second.coder, first - second)
            }
        )
    }

    /// The margins of the register; codes nobody was read of are joined with the smallest that has
    /// enough, so that every size has files that stand for it.
    private func margins(
        _ sample: StudySample,
        _ state: StudyState
    ) -> [(cells: [String], sizes: [String: Double])] {
        let chosen =
            state.request.calibration.isEmpty
            ? [StudyRequest.Stratifier.referrer] : state.request.calibration
        return chosen.map { margin in
            let codes = sample.rows.map { row in
                margin == .form ? row.row.file.form : row.row.file.referrer
            }
            var rows: [String: Int] = [:]
            for code in codes { rows[code, default: 0] += 1 }
            let counts = state.plan.plan.margins[margin.rawValue] ?? [:]
            let isLarge = { (code: String) in rows[code, default: 0] >= StudySample.leastAnswers }
            let name = counts.keys.contains { !isLarge($0) }
            var cells = codes.map { isLarge($0) ? $0 : "other" }
            var sizes: [String: Double] = [:]
            for (code, count) in counts {
                sizes[isLarge(code) ? code : "other", default: 0] += Double(count)
            }
            if name, !cells.contains("other") || cells.count(where: { $0 == "other" }) < 2 {
                // Too few stand for the rest: it joins the smallest cell that has enough.
                let least =
                    sizes.filter { $0.key != "other" }
                    .min { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? "other"
                sizes[least, default: 0] += sizes.removeValue(forKey: "other") ?? 0
                cells = cells.map { $0 == "other" ? least : $0 }
            }
            return (cells, sizes)
        }
    }
}

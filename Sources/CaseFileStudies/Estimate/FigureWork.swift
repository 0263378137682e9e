import Definitions
import Statistics

/// Works out one figure.
struct FigureWork {
    let estimate: StudyRequest.Estimate
    let domain: StudyRequest.Domain
    let state: StudyState
    let sample: StudySample
    let design: SurveyDesign
    let values: [EstimateValue]
    let agreement: ItemAgreement?
    let coders: CoderVariance?
    let interval: SurveyProportionInterval
    let variance: EstimateStage.VarianceMethod
    let givesTotals: Bool

    func figure() throws -> StudyFigure {
        let inside = sample.rows.map { isInside($0.row) }
        let numbers = values.map { $0.number ?? 0 }
        let counts = zip(inside, values).map { $0 && $1.number != nil }
        let files = counts.count { $0 }
        let isShare = estimate.kind != .mean
        let with = isShare ? zip(counts, numbers).count { $0 && $1 == 1 } : nil
        let missing = zip(inside, values).count {
            if case .missing = $1 { return $0 }
            return false
        }
        let isAgreed = agreement?.isAgreed ?? false
        var warnings: [String] = []
        if agreement == nil { warnings.append("No file was read twice, so agreement is unknown.") }
        guard isAgreed, files > 1 else {
            return result(files, with, missing, isAgreed, warnings)
        }
        var (value, notes) = try sampling(numbers, counts)
        warnings += notes
        let weights = zip(sample.rows, design.weights).enumerated().filter { counts[$0.offset] }
            .map { (coder: $0.element.0.coding.coder, weight: $0.element.1) }
        let added = coders?.added(weights: weights)
        if let added { value.variance = value.variance.map { $0 + added } }
        if let variance = value.variance, variance < 0 {
            warnings.append(
                "The variance is negative, as its estimator allows; it is given as it is and there "
                    + "is no standard error or interval for it."
            )
        }
        if (coders?.leaning ?? 0) < 0 {
            warnings.append(
                "The variance between coders came out negative, as its estimator allows; it is "
                    + "given as it is."
            )
        }
        let made = limits(value)
        let total = givesTotals && isShare ? try totals(numbers, counts) : nil
        return StudyFigure(
            estimate: estimate.id,
            domain: domain.id,
            files: files,
            with: with,
            missing: missing,
            isAgreed: true,
            value: value,
            coderVariance: added,
            interval: made.interval,
            convention: made.convention,
            bounds: bounds(),
            total: total,
            totalInterval: total?.interval(.t, level: state.request.level),
            warnings: warnings
        )
    }

    private func result(
        _ files: Int,
        _ with: Int?,
        _ missing: Int,
        _ isAgreed: Bool,
        _ warnings: [String]
    ) -> StudyFigure {
        StudyFigure(
            estimate: estimate.id,
            domain: domain.id,
            files: files,
            with: with,
            missing: missing,
            isAgreed: isAgreed,
            value: nil,
            coderVariance: nil,
            interval: nil,
            convention: "",
            bounds: nil,
            total: nil,
            totalInterval: nil,
            warnings: warnings
        )
    }

    private func isInside(_ row: SampleRow) -> Bool {
        (domain.screening.isEmpty || domain.screening.contains(row.screened))
            && (domain.referrers.isEmpty || domain.referrers.contains(row.file.referrer))
    }

    /// The mean in the domain with its sampling variance.
    private func sampling(
        _ numbers: [Double],
        _ counts: [Bool]
    ) throws -> (SurveyEstimate, [String]) {
        let part = design.domain(counts)
        let linear = part.mean([numbers])
        guard variance != .linearisation else { return (linear.estimates[0], linear.warnings) }
        let ones = counts.map { $0 ? 1.0 : 0 }
        let traits = zip(numbers, ones).map { $0 * $1 }
        let replicates =
            switch variance {
            case .brr: try design.balancedHalves()
            case .bootstrap:
                try design.bootstrap(
                    replicates: 1000,
                    seed: state.draw.map { FigureWork.number($0.seed) } ?? 0
                )
            case .jackknife, .linearisation: try design.jackknife()
            }
        let found = replicates.ratio(traits, ones)
        var value = linear.estimates[0]
        value.variance = found.estimates[0].variance
        value.designEffect = nil
        return (value, found.warnings)
    }

    /// The seed of the draw as a number (FNV-1a).
    private static func number(_ text: String) -> UInt64 {
        text.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    private func limits(_ value: SurveyEstimate) -> (interval: Interval?, convention: String) {
        let level = state.request.level
        guard estimate.kind != .mean else { return (value.interval(.t, level: level), "t") }
        let made = SurveyDesign.Proportion(value, interval, level: level)
        if made.interval != nil { return (made.interval, interval.rawValue) }
        // A share of 0 or 1 has no logit: the exact interval at the number of files.
        let exact = SurveyDesign.Proportion(value, .beta, level: level)
        return (exact.interval, SurveyProportionInterval.beta.rawValue)
    }

    private func totals(_ numbers: [Double], _ counts: [Bool]) throws -> SurveyEstimate {
        // Files without a value are left out of both sides, so that the total is the share times
        // the estimated size of the domain.
        let inside = sample.rows.map { isInside($0.row) }
        let part = design.domain(counts).mean([numbers]).estimates[0]
        let share = part.estimate ?? .nan
        let ones = inside.map { $0 ? 1.0 : 0 }
        let answered = zip(counts, design.weights).reduce(0) { $0 + ($1.0 ? $1.1 : 0) }
        let size = zip(ones, design.weights).reduce(0) { $0 + $1.0 * $1.1 }
        // The product share × size, linearised.
        let line = counts.indices.map { row in
            (counts[row] ? (numbers[row] - share) * size / answered : 0) + ones[row] * share
        }
        var total = design.total([line]).estimates[0]
        total.estimate = share * size
        total.rows = part.rows
        total.degreesOfFreedom = part.degreesOfFreedom
        if let coders {
            let weights = counts.indices.filter { counts[$0] }.map {
                (coder: sample.rows[$0].coding.coder, weight: design.weights[$0])
            }
            total.variance = total.variance.map {
                $0 + coders.added(weights: weights) * size * size
            }
        }
        return total
    }

    /// What those who did not take part, or whose file is silent, could hide.
    private func bounds() -> Interval? {
        guard estimate.countsNotAsked || estimate.kind == .mean else { return nil }
        var known: [String: Double] = [:]
        for (row, value) in zip(sample.rows, values) {
            if let number = value.number { known[row.row.file.code] = number }
        }
        var outside = Set<String>()
        for (row, value) in zip(sample.rows, values) {
            if case .outside = value { outside.insert(row.row.file.code) }
        }
        var all = 0.0
        var sum = 0.0
        var hidden = 0.0
        for row in sample.asked where isInside(row) && !outside.contains(row.file.code) {
            all += row.weight
            if let number = known[row.file.code] {
                sum += row.weight * number
            } else {
                hidden += row.weight
            }
        }
        let most = estimate.kind == .mean ? 100.0 : 1
        return all > 0 ? Interval(sum / all, (sum + most * hidden) / all) : nil
    }
}

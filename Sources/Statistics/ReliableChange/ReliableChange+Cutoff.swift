extension ReliableChange {
    /// The score on the border; `nil` when it needs a functional population that is not given.
    ///
    /// HA takes deviations of true scores, s √r, of each population.
    public func cutoff(_ kind: ClinicalCutoff) -> Double? {
        let sign = higherIsBetter ? 1.0 : -1
        let clinicalDeviation = clinical.deviation * trueShare(clinical)
        switch kind {
        case .a: return clinical.mean + sign * 2 * clinicalDeviation
        case .b:
            guard let functional else { return nil }
            let deviation =
                cutoffBFromClinical
                ? clinicalDeviation : functional.deviation * trueShare(functional)
            return functional.mean - sign * 2 * deviation
        case .c:
            guard let functional else { return nil }
            let functionalDeviation = functional.deviation * trueShare(functional)
            return (clinicalDeviation * functional.mean + functionalDeviation * clinical.mean)
                / (clinicalDeviation + functionalDeviation)
        }
    }

    /// Where each person stands; without a cut-off nobody is recovered or harmed.
    ///
    /// HA asks that a person is beyond the cut-off by more than the error of measurement, and knows
    /// no class of harmed.
    public func classes(
        _ indices: [Double],
        before: [Double],
        after scores: [Double],
        cutoff: Double?
    ) -> [ChangeClass] {
        let sign = higherIsBetter ? 1.0 : -1
        return indices.indices.map { person in
            let change = sign * indices[person]
            let isBetter = change > criticalValue
            let isWorse = change < -criticalValue
            guard isBetter || isWorse else { return .unchanged }
            guard let cutoff else { return isBetter ? .improved : .deteriorated }
            let isClinicalBefore = sign * before[person] < sign * cutoff
            var isFunctionalAfter = sign * scores[person] > sign * cutoff
            if method == .hagemanArrindell {
                guard let distance = trueDistance(scores[person], cutoff) else {
                    return isBetter ? .improved : .deteriorated
                }
                isFunctionalAfter = sign * distance > criticalValue
            }
            if isBetter { return isClinicalBefore && isFunctionalAfter ? .recovered : .improved }
            let isHarmed =
                method != .hagemanArrindell && !isClinicalBefore && !isFunctionalAfter
            return isHarmed ? .harmed : .deteriorated
        }
    }

    /// How many errors of measurement a true score lies beyond the cut-off (CS_indiv).
    private func trueDistance(_ score: Double, _ cutoff: Double) -> Double? {
        let error = errorOfMeasurement * errorOfMeasurement
        let share =
            (after.deviation * after.deviation - error) / (after.deviation * after.deviation)
        guard share > 0 else { return nil }
        return (after.mean + (score - after.mean) * share - cutoff)
            / (share.squareRoot() * errorOfMeasurement)
    }

    /// The root of the reliability of a population with this error of measurement; 1 but for HA.
    private func trueShare(_ norm: Norm) -> Double {
        guard method == .hagemanArrindell else { return 1 }
        let error = errorOfMeasurement * errorOfMeasurement
        return max((norm.deviation * norm.deviation - error), 0).squareRoot() / norm.deviation
    }
}

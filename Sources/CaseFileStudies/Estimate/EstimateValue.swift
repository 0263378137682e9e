package import Definitions

/// What a coding says to an estimate.
package enum EstimateValue {
    /// A value, as 0 or 1 for a share.
    case value(Double)
    /// The item was not asked, and files in which it was not do not count.
    case outside
    /// The file is silent, or it could not be judged, or there is no answer.
    case missing

    /// Reads an estimate's value from the answers of a reading.
    ///
    /// Where an item was not asked because of an earlier answer, a share counts the file as
    /// without; where that earlier answer itself is missing, nothing is known.
    package init(
        _ estimate: StudyRequest.Estimate,
        _ answers: [String: Coding.Answer],
        _ instrument: Instrument
    ) {
        guard let item = instrument.item(estimate.item) else {
            self = .missing
            return
        }
        guard let answer = answers[item.id] else {
            self = EstimateValue.unasked(item, estimate, answers, instrument)
            return
        }
        if Instrument.Missing(rawValue: answer.value) != nil {
            self = .missing
            return
        }
        switch estimate.kind {
        case .share:
            let codes = answer.value.split(separator: " ").map(String.init)
            self = .value(codes.contains(where: estimate.codes.contains) ? 1 : 0)
        case .atLeast: self = .value((Double(answer.value) ?? 0) >= estimate.place ? 1 : 0)
        case .mean: self = .value(Double(answer.value) ?? 0)
        }
    }

    private static func unasked(
        _ item: Instrument.Item,
        _ estimate: StudyRequest.Estimate,
        _ answers: [String: Coding.Answer],
        _ instrument: Instrument
    ) -> EstimateValue {
        var asked = item
        while let condition = asked.condition, let parent = instrument.item(condition.item) {
            if let answer = answers[parent.id] {
                let isMissing = Instrument.Missing(rawValue: answer.value) != nil
                if isMissing || asked.isAsked(after: answers) { return .missing }
                let counts = estimate.countsNotAsked && estimate.kind != .mean
                return counts ? .value(0) : .outside
            }
            asked = parent
        }
        return .missing
    }

    /// The value, when there is one.
    package var number: Double? {
        if case .value(let number) = self { return number }
        return nil
    }
}

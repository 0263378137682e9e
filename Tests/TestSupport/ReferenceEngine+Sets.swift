import Domain

extension ReferenceEngine {
    /// *Records of P*, for a year the year's set.
    func records(_ source: String, _ period: Period) -> [ReferenceRecord] {
        switch period {
        case .halfYear(let half):
            return recordsOfPeriod[source]?[half] ?? []
        case .year:
            let first = period.halves[0]
            let second = period.halves[1]
            let kept = records(source, .halfYear(first)).filter {
                $0.segmentEnd != nil || !hasDelivered(source, $0.holder, second)
            }
            return kept + records(source, .halfYear(second))
        }
    }

    /// *History(P)*.
    func history(_ source: String, _ last: ReportingPeriod) -> [ReferenceRecord] {
        var found: [ReferenceRecord] = []
        for period in periods(of: source) where period <= last {
            for record in records(source, .halfYear(period)) {
                if record.end != nil || period == last {
                    found.append(record)
                } else if !hasDelivered(source, record.holder, period.next) {
                    var lost = record
                    lost.end = period.end
                    lost.isLost = true
                    found.append(lost)
                }
            }
        }
        return found
    }

    /// Whether a holder has an accepted delivery for a half-year.
    func hasDelivered(_ source: String, _ holder: String, _ period: ReportingPeriod) -> Bool {
        accepted[source]?[period]?[holder] != nil
    }
}

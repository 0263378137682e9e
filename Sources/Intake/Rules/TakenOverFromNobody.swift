import Columns
import Domain

extension Rule {
    /// What one institution takes over another handed over on the day before.
    ///
    /// Asked when every institution has delivered; a take-over on the first day met its transfer
    /// in the half-year before.
    static let takenOverFromNobody = Rule(
        holders: "INT-323",
        .query,
        [.takenOver],
        sources: ["jeugdbescherming"],
        needsEveryHolder: true
    ) { person in
        person.rows(
            of: { $0.takenOver.isDay && $0.takenOver > person.periodStart },
            without: { own, other in
                own.code == other.code && other.handedOver.isDay
                    && other.handedOver + 1 == own.takenOver
            }
        ).map { (RowField.takenOver, $0) }
    }
}

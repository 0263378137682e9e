import Columns
import Domain

extension Rule {
    /// What one institution hands over another takes over on the next day.
    ///
    /// Asked when every institution has delivered; a transfer on the last day is met in the next
    /// half-year.
    static let handedOverToNobody = Rule(
        holders: "INT-322",
        .query,
        [.handedOver],
        sources: ["jeugdbescherming"],
        needsEveryHolder: true
    ) { person in
        person.rows(
            of: {
                $0.handedOver.isDay && $0.handedOver >= person.periodStart
                    && $0.handedOver < person.periodEnd
            },
            without: { own, other in
                own.code == other.code && other.takenOver == own.handedOver + 1
            }
        ).map { (RowField.handedOver, $0) }
    }
}

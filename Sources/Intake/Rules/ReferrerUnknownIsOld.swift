import Columns
import Domain

extension Rule {
    /// *Verwijzer* 07 is for help that started before 2015.
    static let referrerUnknownIsOld = Rule(
        "INT-160",
        .query,
        [.referrer],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let start = batch.segmentStart
        let referrer = batch.small(.referrer)
        let limit = PackedDay.pack(ReportingPeriod(ordinal: 2015 * 2).start.number)
        return batch.flag(.referrer) {
            referrer[$0] == 7 && start[$0].isDay && start[$0] >= limit
        }
    }
}

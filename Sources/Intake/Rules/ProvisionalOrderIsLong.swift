import Columns
import Domain

extension Rule {
    /// A provisional supervision order (12) lasts at most three months (Burgerlijk Wetboek
    /// 1:257).
    static let provisionalOrderIsLong = Rule(
        "INT-207",
        .query,
        [.end],
        sources: ["jeugdbescherming"]
    ) { batch in
        let type = batch.small(.measure)
        let start = batch.segmentStart
        let end = batch.wide(.end)
        let last = batch.setting.periodEnd
        let limit = batch.setting.limit("provisional-days")
        return batch.flag(.end) { row in
            let until = end[row].isDay ? end[row] : last
            return type[row] == 12 && start[row].isDay && until.isDay
                && Int(until) - Int(start[row]) > limit
        }
    }
}

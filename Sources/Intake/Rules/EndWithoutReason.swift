import Columns
import Domain

extension Rule {
    /// What ended has a reason; without one it counts as `U`.
    static let endWithoutReason = Rule("INT-155", .query, [.reason]) {
        batch in
        let end = batch.wide(.end)
        let reason = batch.small(.reason)
        return batch.flag(.reason) {
            end[$0].isDay && reason[$0] == CodeTable.absent
        }
    }
}

import Columns
import Domain

extension Rule {
    /// What has not ended has no reason of ending.
    static let reasonWithoutEnd = Rule("INT-133", .field, [.reason]) {
        batch in
        let end = batch.wide(.end)
        let reason = batch.small(.reason)
        return batch.flag(.reason) {
            end[$0] == PackedDay.absent && reason[$0] != CodeTable.absent
        }
    }
}

import Columns
import Domain

extension Rule {
    /// Help that was over on the day it began is more often a contact than a trajectory.
    static let earlyEndOnStart = Rule(
        "INT-168",
        .note,
        [.end],
        sources: ["jeugdhulp"]
    ) { batch in
        let start = batch.wide(.start)
        let end = batch.wide(.end)
        return batch.flag(.end) { start[$0].isDay && end[$0] == start[$0] }
    }
}

import Columns
import Domain

extension Rule {
    /// Several relations stand together when there were several who did it; an unknown person
    /// among relatives is worth a look.
    static let unknownPersonAmongKnown = Rule(
        "INT-530",
        .query,
        [.relations],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.long(.relations)
        let unknown: UInt64 = 1 << 52
        let close: UInt64 = 1 << 44 | 1 << 43
        return batch.flag(.relations) { row in
            value[row] != LongValue.unreadable && value[row] & unknown != 0
                && value[row] & close != 0
        }
    }
}

import Columns
import Domain

extension Rule {
    /// Pedagogical neglect, witnessing violence, Münchhausen by proxy and genital mutilation
    /// occur only with child maltreatment (06–08).
    static let natureNeedsChild = Rule(
        "INT-443",
        .query,
        [.nature],
        sources: ["veiligthuis"]
    ) { batch in
        let nature = batch.long(.nature)
        let occasion = batch.long(.occasion)
        let ofChildren: UInt64 = 1 << 5 | 1 << 8 | 1 << 9 | 1 << 10
        let maltreatment: UInt64 = 1 << 6 | 1 << 7 | 1 << 8
        guard batch.setting.has(.occasion) else { return [] }
        return batch.flag(.nature) { row in
            nature[row] != LongValue.unreadable && nature[row] & ofChildren != 0
                && occasion[row] != LongValue.absent && occasion[row] & maltreatment == 0
        }
    }
}

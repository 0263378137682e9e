import Columns
import Domain

extension Rule {
    /// Outcome is asked when help has ended.
    static let outcomeOfRunningHelp = Rule(
        "INT-163",
        .query,
        [.satisfaction, .withoutHelp],
        sources: ["jeugdhulp"]
    ) { batch in
        let end = batch.wide(.end)
        guard batch.setting.has(.end) else { return [] }
        return [RowField.satisfaction, .withoutHelp].flatMap { field in
            let value = batch.small(field)
            return batch.flag(field) {
                end[$0] == PackedDay.absent && value[$0] != CodeTable.absent
            }
        }
    }
}

import Columns
import Domain

extension Rule {
    /// Role, assessment, decision, service and involvement belong to reports.
    static let adviceWithReportFields = Rule(
        "INT-442",
        .query,
        [.role, .assessed, .decision, .serviceStart, .involvement],
        sources: ["veiligthuis"]
    ) { batch in
        let kind = batch.small(.kind)
        let codes = [RowField.role, .decision, .involvement].flatMap { field in
            let value = batch.small(field)
            return batch.flag(field) { kind[$0] == .letter("A") && value[$0] != CodeTable.absent }
        }
        let days = [RowField.assessed, .serviceStart].flatMap { field in
            let value = batch.wide(field)
            return batch.flag(field) { kind[$0] == .letter("A") && value[$0] != PackedDay.absent }
        }
        return codes + days
    }
}

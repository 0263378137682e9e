import Columns
import Domain

extension Rule {
    /// An online act leaves nothing for a forensic examination.
    static let onlineWithForensicExam = Rule(
        "INT-531",
        .note,
        [.forensic],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.small(.forensic)
        let nature = batch.small(.nature)
        return batch.flag(.forensic) { value[$0] == .letter("J") && nature[$0] == .letter("O") }
    }
}

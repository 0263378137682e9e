import Columns
import Domain

extension Rule {
    /// An estimate tells whose it is, of whom, of what, and of which form.
    static let studyIsEmpty = Rule(
        "INT-821",
        .record,
        [.study, .studied, .definition, .studyForm],
        sources: ["prevalence"]
    ) { batch in
        [RowField.study, .studied, .definition, .studyForm].flatMap { field in
            let value = batch.long(field)
            return batch.flag(field) { value[$0] == LongValue.absent }
        }
    }
}

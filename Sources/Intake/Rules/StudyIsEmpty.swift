import Columns
import Domain

extension Rule {
    /// An estimate tells its name of the study.
    static let studyIsEmpty = Rule(
        "INT-821",
        .record,
        [.study],
        sources: ["prevalence"]
    ) { batch in
        let value = batch.long(.study)
        return batch.flag(.study) { value[$0] == LongValue.absent }
    }
}

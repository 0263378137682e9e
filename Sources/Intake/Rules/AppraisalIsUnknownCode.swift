import Columns
import Domain

extension Rule {
    /// The *taxatie* holds a code of the list `vt_taxatie`.
    static let appraisalIsUnknownCode = Rule(
        "INT-424",
        .field,
        [.appraisal],
        sources: ["veiligthuis"]
    ) { batch in
        let value = batch.small(.appraisal)
        return batch.flag(.appraisal) { value[$0] == CodeTable.unknown }
    }
}

import Columns
import Domain

extension Rule {
    /// A figure is of a year.
    static let yearIsNone = Rule(
        "INT-801",
        .record,
        [.year],
        sources: ["population"]
    ) { batch in
        let value = batch.long(.year)
        return batch.flag(.year) {
            !((LongValue.number(value[$0]).map { (1000...9999).contains($0) }) ?? false)
        }
    }
}

import Columns
import Domain

extension Rule {
    /// Inhabitants and ages are whole numbers of 0 or more.
    static let figureIsNoNumber = Rule(
        "INT-803",
        .record,
        [.minors, .population, .age],
        sources: ["population"]
    ) { batch in
        [RowField.minors, .population, .age].flatMap { field in
            let value = batch.long(field)
            return batch.flag(field) { value[$0] == LongValue.unreadable }
        }
    }
}

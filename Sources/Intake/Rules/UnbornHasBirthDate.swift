import Columns
import Domain

extension Rule {
    /// The number says the child was not yet born, the birth date that it was.
    static let unbornHasBirthDate = Rule(
        "INT-165",
        .query,
        [.birth],
        sources: Rule.persons
    ) { batch in
        let numbers = batch.rows.numbers
        let birth = batch.wide(.birth)
        let last = batch.setting.periodEnd
        return batch.flag(.birth) {
            numbers[$0] == NumberState.unborn && birth[$0].isDay && birth[$0] <= last
        }
    }
}

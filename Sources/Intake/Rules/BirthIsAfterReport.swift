import Columns
import Domain

extension Rule {
    /// Who was not yet born has the code for unborn.
    ///
    /// Not asked where day or month of birth is unknown.
    static let birthIsAfterReport = Rule(
        "INT-446",
        .query,
        [.birth],
        sources: ["veiligthuis"]
    ) { batch in
        let day = batch.wide(.day)
        let birth = batch.wide(.birth)
        let flags = batch.rows.flags
        return batch.flag(.birth) {
            birth[$0].isDay && day[$0].isDay && birth[$0] > day[$0]
                && flags[$0] & RowFlag.approximateBirth == 0
        }
    }
}

import Columns
import Domain

extension Rule {
    /// A child that was not yet born at the start has the code for unborn.
    ///
    /// Not asked where day or month of birth is unknown.
    static let birthIsAfterStart = Rule("INT-157", .query, [.birth]) {
        batch in
        let start = batch.segmentStart
        let birth = batch.wide(.birth)
        let flags = batch.rows.flags
        return batch.flag(.birth) {
            birth[$0].isDay && start[$0].isDay && birth[$0] > start[$0]
                && flags[$0] & RowFlag.approximateBirth == 0
        }
    }
}

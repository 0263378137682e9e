import Columns
import Domain

extension Rule {
    /// The *geboortedatum* is asked of every record.
    static let birthIsEmpty = Rule("INT-151", .query, [.birth]) {
        batch in
        let birth = batch.wide(.birth)
        return batch.flag(.birth) { birth[$0] == PackedDay.absent }
    }
}

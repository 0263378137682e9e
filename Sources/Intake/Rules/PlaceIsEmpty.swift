import Columns
import Domain

extension Rule {
    /// A record says where the youth belongs, by municipality or by postcode.
    static let placeIsEmpty = Rule("INT-154", .query, [.municipality, .postcode]) {
        batch in
        let municipality = batch.wide(.municipality)
        let postcode = batch.small(.postcode)
        let field = batch.setting.has(.municipality) ? RowField.municipality : .postcode
        return batch.flag(field) {
            municipality[$0] == 0 && postcode[$0] == CodeTable.absent
        }
    }
}

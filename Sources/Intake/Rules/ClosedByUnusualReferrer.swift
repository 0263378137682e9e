import Columns
import Domain

extension Rule {
    /// A closed placement mostly follows an institution, a judge or a municipality.
    ///
    /// Others do occur: 150 by general practitioners were published over 2019H1.
    static let closedByUnusualReferrer = Rule(
        "INT-170",
        .note,
        [.referrer],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let form = batch.small(.form)
        let referrer = batch.small(.referrer)
        return batch.flag(.referrer) {
            form[$0] == 13 && referrer[$0] != CodeTable.absent
                && referrer[$0] != CodeTable.unknown && referrer[$0] != 4 && referrer[$0] != 8
                && referrer[$0] != 1
        }
    }
}

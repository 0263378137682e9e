import Columns
import Domain

extension Rule {
    /// An outcome says who gave it.
    static let outcomeWithoutInformant = Rule(
        "INT-161",
        .query,
        [.informant],
        sources: ["jeugdhulp"]
    ) {
        batch in
        let satisfaction = batch.small(.satisfaction)
        let withoutHelp = batch.small(.withoutHelp)
        let informant = batch.small(.informant)
        return batch.flag(.informant) {
            informant[$0] == CodeTable.absent
                && (satisfaction[$0] != CodeTable.absent || withoutHelp[$0] != CodeTable.absent)
        }
    }
}

import Columns
import Domain

extension Rule {
    /// Without a known type a measure cannot be counted.
    static let measureIsUnknown = Rule(
        "INT-201",
        .record,
        [.measure],
        sources: ["jeugdbescherming"]
    ) {
        batch in
        let type = batch.small(.measure)
        return batch.flag(.measure) {
            type[$0] == CodeTable.absent || type[$0] == CodeTable.unknown
        }
    }
}

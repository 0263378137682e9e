import Columns
import Domain

extension Rule {
    /// A half-year in which nobody came to a centre is more likely a delivery without counts.
    static let nobodyCame = Rule(
        file: "INT-733",
        .query,
        [.count],
        sources: ["csg-counts"]
    ) { file in
        let count = file.long(.count)
        guard !count.isEmpty, file.counted > 0 else { return [] }
        return file.count { LongValue.number(count[$0]) != 0 } == 0 ? [.file(subject: "0")] : []
    }
}

import Columns
import Domain

extension Rule {
    /// In half a year something ends.
    static let nothingEnds = Rule(
        file: "INT-708",
        .query,
        [.end],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    ) { file in
        let end = file.wide(.end)
        let handedOver = file.wide(.handedOver)
        let count = file.counted
        guard count >= file.setting.limit("plausible-records"), !end.isEmpty else { return [] }
        let ended = file.count { end[$0].isDay || (!handedOver.isEmpty && handedOver[$0].isDay) }
        return ended == 0 ? [.file(subject: "\(count)")] : []
    }
}

import Domain

extension Rule {
    /// Only a provisional supervision order (12) is turned into a supervision order (07).
    static let turnedIntoOrderOfOther = Rule(
        "INT-209",
        .query,
        [.reason],
        sources: ["jeugdbescherming"]
    ) { batch in
        let type = batch.small(.measure)
        let reason = batch.small(.reason)
        return batch.flag(.reason) { reason[$0] == 7 && type[$0] == 11 }
    }
}

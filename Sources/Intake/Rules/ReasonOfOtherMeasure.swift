import Domain

extension Rule {
    /// Reasons 01–07 end a supervision order, 11–15 a guardianship.
    static let reasonOfOtherMeasure = Rule(
        "INT-206",
        .query,
        [.reason],
        sources: ["jeugdbescherming"]
    ) {
        batch in
        let type = batch.small(.measure)
        let reason = batch.small(.reason)
        return batch.flag(.reason) {
            switch type[$0] {
            case 11, 12: (11...15).contains(reason[$0])
            case 21...23: (1...7).contains(reason[$0])
            default: false
            }
        }
    }
}

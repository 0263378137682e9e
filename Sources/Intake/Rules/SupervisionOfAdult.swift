import Domain

extension Rule {
    /// A supervision order (types 11 and 12) ends at the eighteenth birthday at the latest.
    static let supervisionOfAdult = Rule(
        "INT-205",
        .query,
        [.birth],
        sources: ["jeugdbescherming"]
    ) { $0.runningPastAdulthood(types: 11...12) }
}

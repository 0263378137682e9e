import Domain

extension Rule {
    /// Guardianship (types 21–23) ends at the eighteenth birthday at the latest.
    static let guardianshipOfAdult = Rule(
        "INT-204",
        .query,
        [.birth],
        sources: ["jeugdbescherming"]
    ) { $0.runningPastAdulthood(types: 21...23) }
}

import Domain

extension Rule {
    /// A total far from all earlier ones of the same holder, by a robust z-score, is asked about.
    ///
    /// Found against the holder's own earlier deliveries, in ``HolderHistory``.
    static let totalIsOutOfLine = Rule(
        "INT-702",
        .query,
        [],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering", "veiligthuis"],
        scope: .history
    )
}

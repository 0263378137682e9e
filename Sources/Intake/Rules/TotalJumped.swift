import Domain

extension Rule {
    /// A total does not change by half from one half-year to the next without a reason.
    ///
    /// Found against the holder's own earlier deliveries, in ``HolderHistory``.
    static let totalJumped = Rule(
        "INT-701",
        .query,
        [],
        sources: ["jeugdhulp", "jeugdbescherming", "jeugdreclassering", "veiligthuis"],
        scope: .history
    )
}

import Domain

extension Rule {
    /// A record that is the same in every protocol column as an earlier one stands there once too often.
    ///
    /// Found where the rows of a person stand together, in ``WithinFile``.
    static let recordIsRepeated = Rule(
        "INT-110",
        .record,
        [],
        sources: Rule.persons.union([
            "csg-counts", "csg-records", "population", "prevalence", "veiligthuis",
        ]),
        scope: .file
    )
}

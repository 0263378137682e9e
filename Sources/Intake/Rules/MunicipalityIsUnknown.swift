import Domain

extension Rule {
    /// The *gemeente* is a code of some year; whether it still existed then is the table's concern.
    static let municipalityIsUnknown = Rule(
        "INT-125",
        .field,
        [.municipality],
        sources: Rule.persons.union(["veiligthuis", "csg-records"])
    ) {
        batch in
        let values = batch.wide(.municipality)
        return batch.flag(.municipality) { values[$0] == UInt16.max }
    }
}

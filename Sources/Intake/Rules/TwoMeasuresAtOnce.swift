import Domain

extension Rule {
    /// A child is under supervision or under guardianship, not both; one measure of a kind at a
    /// time.
    static let twoMeasuresAtOnce = Rule(
        person: "INT-210",
        .query,
        [.measure],
        sources: ["jeugdbescherming"]
    ) { person in
        let columns = person.columns
        func from(_ row: Int) -> UInt16 {
            columns.takenOver[row] == 0 ? columns.start[row] : columns.takenOver[row]
        }
        func until(_ row: Int) -> UInt16 {
            columns.handedOver[row] == 0 ? columns.end[row] : columns.handedOver[row]
        }
        return person.pairs { first, second in
            from(first) != from(second)
                && person.overlap(from(first), until(first), from(second), until(second), days: 2)
        }.map { person.finding(.measure, $0) }
    }
}

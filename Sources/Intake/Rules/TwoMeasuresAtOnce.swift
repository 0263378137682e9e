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
        let start = person.wide(.start)
        let taken = person.wide(.takenOver)
        let end = person.wide(.end)
        let handed = person.wide(.handedOver)
        func from(_ row: Int) -> UInt16 {
            taken.isEmpty || taken[row] == 0 ? start[row] : taken[row]
        }
        func until(_ row: Int) -> UInt16 {
            handed.isEmpty || handed[row] == 0 ? (end.isEmpty ? 0 : end[row]) : handed[row]
        }
        return person.pairs { first, second in
            from(first) != from(second)
                && person.overlap(from(first), until(first), from(second), until(second), days: 2)
        }.map { person.finding(.measure, $0) }
    }
}

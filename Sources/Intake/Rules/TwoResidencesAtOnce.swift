import Domain

extension Rule {
    /// A child resides in one place at a time.
    static let twoResidencesAtOnce = Rule(
        person: "INT-174",
        .query,
        [.form],
        sources: ["jeugdhulp"]
    ) { person in
        let code = person.columns.code
        let start = person.columns.start
        let end = person.columns.end
        let residence: ClosedRange<UInt8> = 11...14
        return person.pairs { first, second in
            code[first] != code[second] && residence.contains(code[first])
                && residence.contains(code[second])
                && person.overlap(start[first], end[first], start[second], end[second], days: 2)
        }.map { person.finding(.form, $0) }
    }
}

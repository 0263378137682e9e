import Domain

extension Rule {
    /// Records of one youth, form and provider that overlap are one trajectory; they are merged
    /// when counted.
    ///
    /// Those with the same start are another rule's (`INT-158`).
    static let overlappingRecords = Rule(
        person: "INT-173",
        .note,
        [.start],
        sources: ["jeugdhulp"]
    ) { person in
        let code = person.columns.code
        let start = person.columns.start
        let end = person.columns.end
        return person.pairs { first, second in
            code[first] == code[second] && start[first] != start[second]
                && person.overlap(start[first], end[first], start[second], end[second])
        }.map { person.finding(.start, $0) }
    }
}

import Domain

extension Rule {
    /// One institution carries out a measure at a time.
    ///
    /// A take-over that meets its transfer has no day in common.
    static let sameMeasureElsewhere = Rule(
        holders: "INT-321",
        .query,
        [.measure],
        sources: ["jeugdbescherming"]
    ) { person in
        person.rows { own, other in
            own.code == other.code && person.commonDays(own, other) > 0
        }.map { (RowField.measure, $0) }
    }
}

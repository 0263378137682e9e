import Domain

extension Rule {
    /// A child resides in one place; a stay at two providers for more than a week is worth a
    /// look.
    static let residesElsewhere = Rule(
        holders: "INT-324",
        .note,
        [.form],
        sources: ["jeugdhulp"]
    ) { person in
        let residence: ClosedRange<UInt8> = 11...14
        return person.rows { own, other in
            residence.contains(own.code) && residence.contains(other.code)
                && person.commonDays(own, other) > 7
        }.map { (RowField.form, $0) }
    }
}

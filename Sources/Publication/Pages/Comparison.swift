import Domain

/// A published figure beside our own for the same thing, with the difference.
struct Comparison: Sendable {
    /// What it is, in words.
    let label: String
    /// The period.
    let period: String
    /// As published.
    let published: Mark
    /// As worked out again.
    let own: Mark

    /// The own figure minus the published one; `nil` where one of the two is not shown.
    var difference: Double? {
        guard let own = own.top, let published = published.top else { return nil }
        return own - published
    }

    /// The comparisons as a table, one to a row, with the difference stated.
    static func table(
        _ comparisons: [Comparison],
        caption: String,
        _ wording: Wording
    ) -> DataTable {
        DataTable(
            caption: caption,
            columns: ["what", "period", "published", "own", "difference"].map {
                wording("page.column.\($0)")
            },
            rows: comparisons.map { one in
                DataTable.Row(
                    heading: one.label,
                    cells: [
                        .text(wording.period(one.period)), one.published.cell(wording),
                        one.own.cell(wording),
                        one.difference.map { .number(wording.number($0)) } ?? .missing,
                    ]
                )
            }
        )
    }

    /// How many agree, differ or cannot be compared, in words.
    static func summary(_ comparisons: [Comparison], _ wording: Wording) -> String {
        let equal = comparisons.count { $0.difference == 0 }
        let open = comparisons.count { $0.difference == nil }
        return wording(
            "page.gi.summary",
            [
                "all": String(comparisons.count), "equal": String(equal),
                "different": String(comparisons.count - equal - open), "open": String(open),
            ]
        )
    }
}

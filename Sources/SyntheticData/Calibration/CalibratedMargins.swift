import Domain

/// Whole numbers for every published cell: each rounds to what was published.
struct CalibratedMargins: Sendable {
    /// What certified institutions' referrals did in one half-year.
    struct Institution: Sendable, Equatable {
        let period: ReportingPeriod
        let running: Int
        let started: Int
        let repeated: Int
        let ended: Int
        /// Ends by reason 00 (missing) and 01 to 05.
        let reasons: [Int]
    }

    /// The columns of the table by form, with the code of the referrer.
    static let columns: [(name: String, referrer: UInt8)] = [
        ("municipal_access", 1), ("general_practitioner", 2), ("certified_institution", 4),
    ]

    /// The column of certified institutions in ``columns``.
    static let institutionColumn = 2

    let institutions: [Institution]
    /// Per column the number by form; the last column is the other referrers.
    let forms: [[Int]]

    /// Chooses the numbers.
    init(
        _ targets: PublishedTargets,
        forms: [WorldParameters.Form],
        _ random: inout SeededRandom
    ) throws(PlanError) {
        var columns: [[Int]] = []
        for column in ["total"] + Self.columns.map(\.name) {
            columns.append(try Self.column(column, targets, forms, &random))
        }
        let parts = columns.dropFirst()
        let others = forms.indices.map { form in
            columns[0][form] - parts.reduce(0) { $0 + $1[form] }
        }
        guard others.allSatisfy({ $0 >= 0 }) else { throw .margins("referrer-form-2019h1") }
        self.forms = parts + [others]
        let total = columns[1 + Self.institutionColumn].reduce(0, +)
        var institutions: [Institution] = []
        for period in targets.institutionPeriods {
            institutions.append(
                try Self.institution(
                    period,
                    targets,
                    running: period == PublishedTargets.formPeriod ? total : nil,
                    &random
                )
            )
        }
        self.institutions = institutions
    }

    private static func column(
        _ column: String,
        _ targets: PublishedTargets,
        _ forms: [WorldParameters.Form],
        _ random: inout SeededRandom
    ) throws(PlanError) -> [Int] {
        var groups: [MarginTree] = []
        var order: [Int] = []
        for (row, withResidence) in [("without_residence", false), ("with_residence", true)] {
            // Codes from 11 are help with residence (*met verblijf*).
            let members = forms.indices.filter { (forms[$0].code > 10) == withResidence }
            var leaves: [MarginTree] = []
            for member in members {
                leaves.append(
                    .leaf(MarginTree.roundsTo(try targets.form(forms[member].row, column)))
                )
            }
            groups.append(.sum(MarginTree.roundsTo(try targets.form(row, column)), leaves))
            order += members
        }
        let tree = MarginTree.sum(
            MarginTree.roundsTo(try targets.form("total", column)),
            groups
        )
        guard let leaves = tree.solve(&random) else { throw .margins(column) }
        var numbers = Array(repeating: 0, count: forms.count)
        for (place, number) in zip(order, leaves) { numbers[place] = number }
        return numbers
    }

    private static func institution(
        _ period: ReportingPeriod,
        _ targets: PublishedTargets,
        running: Int?,
        _ random: inout SeededRandom
    ) throws(PlanError) -> Institution {
        func cell(_ item: String) throws(PlanError) -> ClosedRange<Int> {
            MarginTree.roundsTo(try targets.institution(item, period))
        }
        let premature = MarginTree.sum(
            try cell("ended_prematurely"),
            [
                .leaf(try cell("premature_by_agreement")), .leaf(try cell("premature_by_client")),
                .leaf(try cell("premature_by_provider")), .leaf(try cell("premature_external")),
            ]
        )
        // Fewer than six may lack a reason.
        let ended = MarginTree.sum(
            try cell("ended"),
            [.leaf(0...5), .leaf(try cell("ended_as_planned")), premature]
        )
        let total = try cell("total_trajectories")
        guard let reasons = ended.solve(&random), total.contains(running ?? total.lowerBound)
        else { throw .margins("gi-halfyears") }
        func draw(_ range: ClosedRange<Int>) -> Int {
            Int(random.between(Int32(range.lowerBound), Int32(range.upperBound)))
        }
        return Institution(
            period: period,
            running: running ?? draw(total),
            started: draw(try cell("started")),
            repeated: draw(try cell("started_repeat_use")),
            ended: reasons.reduce(0, +),
            reasons: reasons
        )
    }
}

import Domain

/// Makes single rows from their number alone.
struct BenchmarkRows {
    let seed: UInt64
    let children: [Child]
    let places: Places
    let parameters: WorldParameters
    let period: ReportingPeriod
    let columns: ProtocolColumns
    private let first: Int32
    private let last: Int32
    private let formCodes: [UInt8]

    /// Referrers about as often as in the published table.
    private static let referrers: [UInt8] = [1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 4, 4, 6, 6, 3]

    init(
        seed: UInt64,
        children: [Child],
        places: Places,
        parameters: WorldParameters,
        period: ReportingPeriod,
        columns: ProtocolColumns
    ) {
        self.seed = seed
        self.children = children
        self.places = places
        self.parameters = parameters
        self.period = period
        self.columns = columns
        first = period.start.number
        last = period.end.number
        formCodes = parameters.forms.map(\.code)
    }

    /// The row with a number; the rows of one child lie far apart.
    func row(_ number: Int) -> AssistanceRow {
        let subject = number % children.count
        let child = children[subject]
        var choice = Mixed(seed, number, .details)
        // One row in 25 has the form of the child's row before it, so that they can overlap.
        let turn = number / children.count - (choice.take(25) == 0 ? 1 : 0)
        // A child resides in one place at most: only its first row may be a form with residence.
        let forms = turn > 0 ? formCodes.count / 2 : formCodes.count
        let form = (subject &* 5 + max(0, turn) * 3) % forms
        let start = last - Int32(choice.take(900))
        var row = AssistanceRow(
            number: columns.number(of: child),
            birth: child.deliveredBirth,
            sex: child.sex,
            place: places.code(ofChild: subject, livingIn: child.home, in: period.ordinal),
            referrer: Self.referrers[choice.take(16)],
            form: formCodes[form],
            crisis: choice.take(10) == 0 ? UInt8(ascii: "J") : UInt8(ascii: "N"),
            perspective: UInt8(2 + choice.take(3)),
            start: DayTable.digits(start),
            end: 0,
            reason: 0
        )
        if choice.take(4) == 0 {
            let from = max(start, first)
            row.end = DayTable.digits(from + Int32(choice.take(Int(last - from) + 1)))
            row.reason = choice.take(5) < 4 ? 1 : UInt8(2 + choice.take(4))
        }
        return row
    }
}

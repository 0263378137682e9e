/// The columns that methods on time to an event share, read and checked.
struct SurvivalInput {
    let table: DataTable
    let warnings: [String]
    let times: [Double]
    let entries: [Double]?
    /// 0 for censored, else the place of the cause in `causes`, from 1 on.
    let causes: [Int]
    /// The causes, in the order of their names.
    let causeNames: [String]

    static let columns = [
        StatMethod.Column("time", "end of follow-up"),
        StatMethod.Column("status", "0 censored, else 1 or the name of the cause"),
        StatMethod.Column("entry", "start of follow-up (left truncation)", isRequired: false),
        StatMethod.Column("group", "groups to compare", isRequired: false),
    ]

    /// Reads; rows in which something is missing are left out with a warning.
    init(_ input: MethodInput, severalCauses: Bool) throws(StatisticsError) {
        let complete = try input.complete(["time", "status", "entry", "group", "stratum"])
        table = complete.table
        warnings = complete.warnings
        times = try table.numbers("time")
        guard !times.isEmpty else { throw .notEnough(what: "rows", found: 0, needed: 1) }
        entries = table.has("entry") ? try table.numbers("entry") : nil
        for (row, time) in times.enumerated() {
            if time < 0 { throw .outOfRange(row: row + 2, column: "time", expected: "0 or more") }
            if let entry = entries?[row], entry >= time {
                throw .outOfRange(row: row + 2, column: "entry", expected: "less than time")
            }
        }
        let status = try table.texts("status")
        let isCensored = status.map { ["0", "0.0"].contains($0) }
        if severalCauses {
            causeNames = Set(status.indices.filter { !isCensored[$0] }.map { status[$0] }).sorted()
        } else {
            causeNames = ["1"]
            for (row, cell) in status.enumerated() where !["0", "1", "0.0", "1.0"].contains(cell) {
                throw .outOfRange(row: row + 2, column: "status", expected: "0 or 1")
            }
        }
        var causes: [Int] = []
        for (row, cell) in status.enumerated() {
            let place = severalCauses ? causeNames.firstIndex(of: cell) ?? 0 : 0
            causes.append(isCensored[row] ? 0 : place + 1)
        }
        self.causes = causes
    }

    /// The table of some rows.
    func events(_ rows: [Int]) -> EventTable {
        EventTable(
            times: rows.map { times[$0] },
            causes: rows.map { causes[$0] },
            entries: entries.map { entries in rows.map { entries[$0] } },
            causeCount: max(1, causeNames.count)
        )
    }
}

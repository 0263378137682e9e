import Domain

/// Withholds what the other rows of a cohort's table would give away.
///
/// The classes of one figure add up to its persons, so that one withheld class follows from the
/// others: when any is withheld, at least two are, and together they have at least the threshold.
/// Repeated violence grows from day to day, and the difference of two days is a count too: a day is
/// withheld with which fewer persons than the threshold were added to the last day shown.
struct CohortRows {
    private let persons: Int
    private let with: Int
    private let others: [Int]
    private let status: Int
    private let threshold: Int64
    /// How far apart two classes or days lie, and how many there are.
    private let stride: UInt64
    private let size: UInt64
    private let isPartition: Bool

    /// `nil` when the table is not of a cohort, or has neither classes nor days.
    init?(_ table: CellTable, threshold: Int) {
        func place(_ name: String) -> Int? { table.measures.firstIndex { $0.name == name } }
        guard let persons = place("persons"), let with = place("persons_with"),
            let status = place("status"),
            let axis = table.dimensions.firstIndex(where: {
                ["class", "horizon"].contains($0.name)
            })
        else { return nil }
        self.persons = persons
        self.with = with
        self.status = status
        // All but the number of persons, which every class has in common.
        others = table.measures.indices.filter { $0 != persons && $0 != status }
        self.threshold = Int64(threshold)
        stride = table.dimensions[(axis + 1)...].reduce(1) { $0 * UInt64($1.codes.count) }
        size = UInt64(table.dimensions[axis].codes.count)
        isPartition = table.dimensions[axis].name == "class"
    }

    /// Withholds in rows whose cells were protected one by one.
    func withhold(_ rows: inout [(place: UInt64, row: CellRow)]) {
        var groups: [UInt64: [Int]] = [:]
        for index in rows.indices {
            let place = rows[index].place
            let own = place / stride % size
            groups[place - own * stride, default: []].append(index)
        }
        for (_, group) in groups.sorted(by: { $0.key < $1.key }) {
            isPartition ? partition(group, &rows) : growth(group, &rows)
        }
    }

    private func partition(_ group: [Int], _ rows: inout [(place: UInt64, row: CellRow)]) {
        func count(_ index: Int) -> Int64 { rows[index].row.original[with] ?? 0 }
        var hidden = group.filter { isWithheld(rows[$0].row) }
        guard !hidden.isEmpty else { return }
        let shown = group.filter { !hidden.contains($0) }
            .sorted { (count($0), rows[$0].place) < (count($1), rows[$1].place) }
        // The smallest first; a class of nobody hides nothing and cannot stand for the second.
        for index in shown {
            let sum = hidden.reduce(0) { $0 + count($1) }
            let isEnough = sum >= threshold && hidden.count { count($0) > 0 } > 1
            if isEnough { break }
            if count(index) > 0 { hidden.append(index) }
        }
        for index in hidden { hide(&rows[index].row) }
    }

    private func growth(_ group: [Int], _ rows: inout [(place: UInt64, row: CellRow)]) {
        var last: Int64 = 0
        for index in group.sorted(by: { rows[$0].place < rows[$1].place }) {
            let count = rows[index].row.original[with] ?? 0
            if isWithheld(rows[index].row) || (count > last && count - last < threshold) {
                hide(&rows[index].row)
            } else {
                last = count
            }
        }
    }

    private func isWithheld(_ row: CellRow) -> Bool {
        others.contains { row.shown[$0] == .suppressed }
    }

    private func hide(_ row: inout CellRow) {
        for measure in others where row.original[measure] != nil {
            row.shown[measure] = .suppressed
        }
    }
}

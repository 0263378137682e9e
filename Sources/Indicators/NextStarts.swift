/// *Nieuwe start*: walks through the next half-year beside the persons of a half-year, who ascend.
///
/// The trajectories of the next half-year are merged by themselves.
struct NextStarts {
    private let records: PeriodRecords
    private var merging: Merging
    private var cursor: Int
    private var found: [Trajectory] = []

    init(_ records: PeriodRecords, from person: UInt32, isMerging: Bool) {
        self.records = records
        merging = Merging()
        merging.isOn = isMerging
        var low = 0
        var high = records.personRows
        while low < high {
            let middle = (low + high) / 2
            if records.person[middle] < person { low = middle + 1 } else { high = middle }
        }
        cursor = low
    }

    /// The latest start of a person in the half-year, or 0 when there is none.
    mutating func latest(of person: UInt32) -> UInt16 {
        while cursor < records.count, records.person[cursor] < person { cursor += 1 }
        let first = cursor
        while cursor < records.count, records.person[cursor] == person { cursor += 1 }
        guard cursor > first else { return 0 }
        found.removeAll(keepingCapacity: true)
        merging.merge(records, first..<cursor, into: &found)
        return found.map(\.start).max() ?? 0
    }
}

import Domain

/// A trajectory of the reference engine.
struct ReferenceTrajectory {
    let person: String?
    let form: String
    let start: CalendarDay
    /// The end; `nil` open or unknown.
    let end: CalendarDay?
    let referrer: String
    let reason: String
    let satisfaction: Int?
    let withoutHelp: String
    let informant: String
    let lead: ReferenceRecord

    /// The trajectory of records that belong together.
    init?(_ group: [ReferenceRecord]) {
        guard let first = group.min(by: { $0.firstKey.lexicographicallyPrecedes($1.firstKey) }),
            let latest = group.map(\.endKey).max(),
            let last = group.filter({ $0.endKey == latest }).min(by: {
                $0.lastKey.lexicographicallyPrecedes($1.lastKey)
            }),
            let lead = ReferenceTrajectory.lead(of: group)
        else { return nil }
        person = first.person
        form = first.code
        start = first.start
        referrer = first.referrer
        end = last.isLost ? nil : last.end
        reason = last.reason
        satisfaction = last.satisfaction
        withoutHelp = last.withoutHelp
        informant = last.informant
        self.lead = lead
    }

    /// The lead record of some records.
    static func lead(of records: [ReferenceRecord]) -> ReferenceRecord? {
        records.max { $0.leadKey.lexicographicallyPrecedes($1.leadKey) }
    }
}

extension ReferenceEngine {
    /// The trajectories of a set of records.
    func merged(_ records: [ReferenceRecord]) -> [ReferenceTrajectory] {
        let alone = records.filter { $0.person == nil || !merges }
        var found = alone.compactMap { ReferenceTrajectory([$0]) }
        let others = records.filter { $0.person != nil && merges }
        let groups = Dictionary(grouping: others) { [$0.person ?? "", $0.holder, $0.code] }
        for (_, group) in groups {
            let sorted = group.sorted {
                [$0.start.description, $0.endKey].lexicographicallyPrecedes(
                    [$1.start.description, $1.endKey])
            }
            var together: [ReferenceRecord] = []
            var latest: CalendarDay?
            for record in sorted {
                let end = record.end ?? CalendarDay(number: .max)
                if let known = latest, record.start <= known {
                    together.append(record)
                    latest = max(known, end)
                } else {
                    if let trajectory = ReferenceTrajectory(together) { found.append(trajectory) }
                    together = [record]
                    latest = end
                }
            }
            if let trajectory = ReferenceTrajectory(together) { found.append(trajectory) }
        }
        return found
    }
}

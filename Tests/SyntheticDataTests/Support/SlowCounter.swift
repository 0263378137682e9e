import Domain

/// Counts BJ-01, BJ-04 and BJ-05 as the definitions say, slowly.
///
/// Each switch turns one rule off, to see that the rule matters.
struct SlowCounter {
    var merges = true
    var usesFirstVintage = false
    /// How many days at least lie between the start and an earlier end for repeat use.
    var repeatDistance: Int32 = 2
    var knowsRepeatUse = true

    let deliveries: DeliveredRecords

    /// The cells of the table of certified institutions in a half-year, before rounding.
    func institutionCells(_ period: ReportingPeriod, from: ReportingPeriod) -> [Int] {
        let all = set(period).filter { $0.referrer == 4 }
        let started = all.filter { $0.start >= period.start.number }
        let ended = all.filter { $0.end != nil }
        func reasons(_ codes: ClosedRange<Int>) -> Int {
            ended.filter { codes.contains($0.reason ?? 0) }.count
        }
        return [
            all.count, started.count, repeats(started, period, from: from), ended.count,
            reasons(1...1), reasons(2...5), reasons(2...2), reasons(3...3), reasons(4...4),
            reasons(5...5),
        ]
    }

    /// The cells of the table by form and referrer, before rounding.
    func formCells(_ period: ReportingPeriod) -> [[Int]] {
        let all = set(period)
        return PublishedTables.rows.map { row in
            let inRow = all.filter { record in
                switch row.name {
                case "total": true
                case "without_residence": record.form < 10
                case "with_residence": record.form > 10
                default: record.form == row.form
                }
            }
            return [0, 1, 2, 4].map { referrer in
                referrer == 0 ? inRow.count : inRow.filter { $0.referrer == referrer }.count
            }
        }
    }

    /// Every cell that does not round to what was published.
    func differences(from tables: PublishedTables) -> [String] {
        let periods = tables.institutions.keys.sorted()
        var found = periods.flatMap { institutionDifferences(from: tables, in: $0) }
        for (row, (counts, cells)) in zip(
            PublishedTables.rows,
            zip(formCells(.of("2019H1")), tables.forms)
        ) {
            for (column, (count, cell)) in zip(PublishedTables.columns, zip(counts, cells))
            where PublishedTables.rounded(count) != cell {
                found.append("\(row.name)|\(column): \(count) against \(cell)")
            }
        }
        return found
    }

    /// Every cell of a half-year of the table of certified institutions that does not round right.
    func institutionDifferences(from tables: PublishedTables, in period: String) -> [String] {
        let counted = institutionCells(.of(period), from: .of("2015H1"))
        return zip(PublishedTables.topics, zip(counted, tables.institutions[period] ?? []))
            .filter { PublishedTables.rounded($0.1.0) != $0.1.1 }
            .map { topic, pair in "\(period) \(topic): \(pair.0) against \(pair.1)" }
    }

    /// The trajectories of a half-year.
    func set(_ period: ReportingPeriod) -> [DeliveredRecord] {
        merged(deliveries.records(period, firstVintage: usesFirstVintage))
    }

    private func repeats(
        _ started: [DeliveredRecord],
        _ period: ReportingPeriod,
        from: ReportingPeriod
    ) -> Int {
        guard knowsRepeatUse else { return 0 }
        let people = Set(started.compactMap(\.person))
        var history: [DeliveredRecord] = []
        for ordinal in from.ordinal...period.ordinal {
            let quarter = ReportingPeriod(ordinal: ordinal)
            history += deliveries.records(quarter, firstVintage: usesFirstVintage).filter {
                guard let person = $0.person, people.contains(person) else { return false }
                return $0.end != nil || quarter == period
            }
        }
        var ends: [Int: [Int32]] = [:]
        for trajectory in merged(history) {
            if let person = trajectory.person, let end = trajectory.end {
                ends[person, default: []].append(end)
            }
        }
        let earliest = period.start.years(before: 5).number
        return started.filter { record in
            guard let person = record.person else { return false }
            return (ends[person] ?? []).contains {
                $0 >= earliest && $0 <= record.start - repeatDistance
            }
        }.count
    }

    private struct Group: Hashable {
        let person: Int
        let holder: Int
        let form: Int
    }

    private func merged(_ records: [DeliveredRecord]) -> [DeliveredRecord] {
        guard merges else { return records }
        var result = records.filter { $0.person == nil }
        var groups: [Group: [DeliveredRecord]] = [:]
        for record in records {
            guard let person = record.person else { continue }
            groups[Group(person: person, holder: record.holder, form: record.form), default: []]
                .append(record)
        }
        for members in groups.values {
            let sorted = members.sorted {
                ($0.start, $0.end ?? .max) < ($1.start, $1.end ?? .max)
            }
            var open: [DeliveredRecord] = []
            for record in sorted {
                let latest = open.map { $0.end ?? .max }.max()
                if let latest, record.start > latest {
                    result.append(joined(open))
                    open = []
                }
                open.append(record)
            }
            result.append(joined(open))
        }
        return result
    }

    private func joined(_ group: [DeliveredRecord]) -> DeliveredRecord {
        let first = group.min { ($0.start, $0.referrer) < ($1.start, $1.referrer) }
        let latest = group.map { $0.end ?? .max }.max()
        let last = group.filter { ($0.end ?? .max) == latest }
            .min { ($0.reason ?? .max) < ($1.reason ?? .max) }
        var trajectory = group[0]
        trajectory.start = first?.start ?? trajectory.start
        trajectory.referrer = first?.referrer ?? trajectory.referrer
        trajectory.end = last?.end
        trajectory.reason = last?.reason
        return trajectory
    }
}

import Domain

/// Something that goes on in a nasty country: what a delivery shows of it depends on its half-year.
struct NastyStretch {
    let source: String
    let holder: String
    let base: PlainRecord
    let start: CalendarDay
    let end: CalendarDay?
    /// Whether the end is a transfer.
    var isHandedOver = false
    /// Whether the start is a transfer.
    var isTakenOver = false
}

/// Makes the deliveries of a nasty country.
struct NastyMaker {
    var random: SeededGenerator
    let periods: [ReportingPeriod]
    let holders: [String]
    let numbers: [String]

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
        if random.chance(25) {
            // Far apart, for the edges of the look-back of five years.
            periods = ["2015H1", "2015H2", "2020H1", "2020H2", "2021H1"].compactMap {
                ReportingPeriod($0)
            }
        } else {
            let first = random.number(2015 * 2...2019 * 2)
            let count = random.number(2...6)
            periods = (0..<count).map { ReportingPeriod(ordinal: first + $0) }
        }
        let holderCount = random.number(1...3)
        holders = (1...holderCount).map { "9000000\($0)" }
        numbers = FictiveNumbers.first(random.number(1...5))
    }

    mutating func deliveries() -> [PlainDelivery] {
        var found: [PlainDelivery] = []
        for source in TestSupport.sources {
            let stretches =
                source == "jeugdhulp" ? helpStretches() : measureStretches()
            for (index, period) in periods.enumerated() {
                for holder in holders where !random.chance(15) || index == 0 {
                    let own = stretches.filter { $0.source == source && $0.holder == holder }
                    found.append(delivery(source, holder, period, own))
                    guard random.chance(35) else { continue }
                    let earlier = index > 0 && random.chance(50) ? periods[index - 1] : period
                    guard earlier == period || earlier == period.previous else { continue }
                    found.append(delivery(source, holder, earlier, own))
                }
            }
        }
        return found
    }

    mutating func population() -> [String] {
        var lines: [String] = []
        for year in Set(periods.map(\.year)).sorted() {
            for code in ["GM0003", "GM0014", "GM0140", "GM0344", "GM0363", "GM0788", "GM1979"]
            where !random.chance(20) {
                lines.append("\(year),\(code),\(random.number(0...900))")
            }
            lines.append("\(year),GM0518,\(random.number(1...20))")
        }
        return lines
    }

    private mutating func delivery(
        _ source: String,
        _ holder: String,
        _ period: ReportingPeriod,
        _ own: [NastyStretch]
    ) -> PlainDelivery {
        var records: [PlainRecord] = []
        var copies = 0
        for stretch in own where stretch.start <= period.end {
            guard stretch.end.map({ $0 >= period.start }) ?? true, !random.chance(8) else {
                continue
            }
            let record = shown(stretch, in: period)
            records.append(record)
            if copies < 3, random.chance(6) {
                records.append(record)
                copies += 1
            }
            if random.chance(12) {
                var other = varied(record, in: period)
                if source == "jeugdhulp", random.chance(50) {
                    other.end = ""
                    other.reason = ""
                }
                records.append(other)
            }
        }
        return PlainDelivery(source: source, holder: holder, period: period, records: records)
    }

    private mutating func shown(
        _ stretch: NastyStretch,
        in period: ReportingPeriod
    ) -> PlainRecord {
        var record = random.chance(30) ? varied(stretch.base, in: period) : stretch.base
        if stretch.isTakenOver {
            record.takenOver = stretch.start.compact
            if random.chance(20) { record.start = stretch.start.advanced(by: -100).compact }
        } else {
            record.start = stretch.start.compact
        }
        if let end = stretch.end, end <= period.end {
            if stretch.isHandedOver {
                record.handedOver = end.compact
            } else {
                record.end = end.compact
                let reasons =
                    stretch.source == "jeugdhulp"
                    ? ["01", "02", "03", "04", "05", ""] : ["02", "04", "05", "07", ""]
                record.reason = random.pick(reasons)
                if stretch.source == "jeugdhulp", random.chance(60) { ask(&record) }
            }
        } else if random.chance(4) {
            record.reason = "01"
        }
        return legal(record, in: period)
    }
}

import Domain

extension NastyMaker {
    static let forms = ["01", "02", "03", "04", "11", "12", "13", "14", "32", "37"]
    static let types = ["11", "12", "21", "22", "23"]

    mutating func helpStretches() -> [NastyStretch] {
        var found: [NastyStretch] = []
        for number in numbers.map(Optional.some) + [nil] {
            let forms = [random.pick(NastyMaker.forms), random.pick(NastyMaker.forms), "02"]
            var days: [CalendarDay] = []
            for _ in 0..<random.number(1...6) {
                let start = day(near: days)
                let end = random.chance(35) ? nil : max(start, day(near: days + [start]))
                days += [start, end ?? start]
                var base = person(number)
                base.code = random.pick(forms)
                base.crisis = random.pick(["", "J", "N"])
                found.append(
                    NastyStretch(
                        source: "jeugdhulp",
                        holder: random.pick(holders),
                        base: base,
                        start: start,
                        end: end
                    )
                )
            }
        }
        return found
    }

    mutating func measureStretches() -> [NastyStretch] {
        var found: [NastyStretch] = []
        for number in numbers.map(Optional.some) + [nil] {
            for _ in 0..<random.number(1...3) {
                var base = person(number)
                base.referrer = ""
                base.code = random.pick(NastyMaker.types)
                let start = day(near: [])
                let end = random.chance(40) ? nil : max(start, day(near: [start]))
                guard random.chance(50) else {
                    found.append(
                        NastyStretch(
                            source: "jeugdbescherming",
                            holder: random.pick(holders),
                            base: base,
                            start: start,
                            end: end
                        )
                    )
                    continue
                }
                let transfer = max(start, day(near: []))
                let gap = random.chance(15) ? 2 : 1
                let next = transfer.advanced(by: gap)
                found.append(
                    NastyStretch(
                        source: "jeugdbescherming",
                        holder: holders[0],
                        base: base,
                        start: start,
                        end: transfer,
                        isHandedOver: true
                    )
                )
                found.append(
                    NastyStretch(
                        source: "jeugdbescherming",
                        holder: holders[holders.count - 1],
                        base: base,
                        start: next,
                        end: end.map { max($0, next) },
                        isTakenOver: true
                    )
                )
            }
        }
        return found
    }

    /// A record of a person, or of nobody, without dates.
    private mutating func person(_ number: String?) -> PlainRecord {
        var record = PlainRecord()
        record.number =
            number
            ?? random.pick(["999999999", "000000000", "", "123456789", "12345678"])
        record.birth = random.pick([
            "20000630", "20000701", "20010101", "20020229", "20031231", "20040200", "20060000",
            "20080229", "20080301", "20150701", "20160630", "20180000", "19981231", "", "99999999",
            "20780101",
        ])
        record.sex = random.pick(["V", "M", "O", ""])
        record.municipality = random.pick([
            "GM0363", "0363", "GM0344", "GM0014", "GM0009", "GM0003", "GM0140", "GM0788", "GM1979",
            "GM9999", "", "GM1991", "0518",
        ])
        record.referrer = random.pick(["01", "02", "03", "04", "05", "06", "07", "08", ""])
        return record
    }

    /// The record with something about it changed.
    mutating func varied(_ record: PlainRecord, in period: ReportingPeriod) -> PlainRecord {
        var other = record
        let model = person(record.number)
        switch random.number(0...5) {
        case 0: other.municipality = model.municipality
        case 1: other.sex = model.sex
        case 2: other.birth = model.birth
        case 3 where !record.referrer.isEmpty: other.referrer = model.referrer
        case 4 where !record.reason.isEmpty: other.reason = random.pick(["01", "02", "03"])
        case 5 where record.hasOutcome: ask(&other)
        default: other.crisis = random.pick(["", "J", "N"])
        }
        return legal(other, in: period)
    }

    /// Fills in what is asked at the end, or some of it.
    mutating func ask(_ record: inout PlainRecord) {
        record.satisfaction = random.pick(["", "1", "6", "7", "9", "10"])
        record.withoutHelp = random.pick(["", "J", "D", "N"])
        record.informant = random.pick(["", "J", "O", "H"])
    }

    /// The record without codes that its half-year does not know.
    func legal(_ record: PlainRecord, in period: ReportingPeriod) -> PlainRecord {
        var legal = record
        if period.year < 2016, legal.referrer == "08" { legal.referrer = "01" }
        // Known from 2016 only.
        if period.year < 2016, legal.reason == "07" { legal.reason = "04" }
        if period.year < 2018 || NastyMaker.types.contains(record.code) && record.referrer.isEmpty {
            legal.crisis = ""
            legal.satisfaction = ""
            legal.withoutHelp = ""
            legal.informant = ""
        }
        return legal
    }

    /// A day near the edge of a half-year, near some other days, or any.
    private mutating func day(near others: [CalendarDay]) -> CalendarDay {
        let period = random.pick(periods)
        if !others.isEmpty, random.chance(40) {
            return random.pick(others).advanced(by: random.number(-2...3))
        }
        if random.chance(50) {
            let edge = random.chance(50) ? period.start : period.end
            return edge.advanced(by: random.number(-3...3))
        }
        return period.start.advanced(by: random.number(-400...180))
    }
}

import Columns

/// *Melding* or *advies* as it is counted: all rows of one organisation, number and kind together.
///
/// Sets are the union over its rows. Of what a report has only once, and its rows should agree on,
/// the earliest day counts and the code that comes first in its list, so that the order of rows does
/// not matter.
struct CountedReport: Sendable {
    /// What makes a report one: organisation, number, and whether it is an advice or a report.
    struct Key: Hashable {
        let holder: UInt16
        let record: UInt64
        let isReport: Bool
    }

    /// Someone in it.
    struct Person: Sendable {
        let number: UInt32
        let isVictim: Bool
        let birth: UInt16
        let sex: UInt8
        let municipality: UInt16
    }

    let key: Key
    /// The marks of its cases; one as a rule.
    private(set) var cases: [UInt64] = []
    private(set) var day: UInt16 = 0
    private(set) var reporter: UInt8 = 0
    private(set) var natures: UInt64 = 0
    private(set) var occasions: UInt64 = 0
    private(set) var assessed: UInt16 = 0
    private(set) var serviceStart: UInt16 = 0
    private(set) var serviceEnd: UInt16 = 0
    /// The outcomes, as bits by code.
    private(set) var outcomes: UInt64 = 0
    private(set) var referrals: UInt64 = 0
    private(set) var appraisal: UInt8 = 0
    private(set) var decision: UInt8 = 0
    private(set) var involvement: UInt8 = 0
    private(set) var people: [Person] = []

    init(key: Key) { self.key = key }

    var isReport: Bool { key.isReport }
    var holder: Int { Int(key.holder) }

    /// The victims in it, who may be perpetrators as well.
    var victims: some Sequence<Person> { people.lazy.filter(\.isVictim) }

    /// The municipality of the youngest victim: the latest birth, unborn last of all; unknown births
    /// come first, and among equals the highest municipality.
    var municipality: UInt16 {
        victims.map { person -> (UInt16, UInt16) in
            (CountedReport.known(person.birth) ? person.birth : 0, person.municipality)
        }.max { $0 < $1 }?.1 ?? 0
    }

    /// Whether a birth says how old somebody is; not yet born counts as known.
    static func known(_ birth: UInt16) -> Bool {
        (birth != PackedDay.absent && birth <= PackedDay.latest) || birth == PackedDay.unborn
    }

    /// Takes a row in.
    mutating func take(_ row: ReportRow, _ order: CodeOrder) {
        if row.caseMark != 0, !cases.contains(row.caseMark) { cases.append(row.caseMark) }
        day = CountedReport.earlier(day, row.day)
        reporter = order.reporter.first(reporter, row.reporter)
        natures |= row.natures
        occasions |= row.occasions
        assessed = CountedReport.earlier(assessed, row.assessed)
        serviceStart = CountedReport.earlier(serviceStart, row.serviceStart)
        serviceEnd = CountedReport.earlier(serviceEnd, row.serviceEnd)
        if row.outcome != 0, row.outcome < 64 { outcomes |= 1 << UInt64(row.outcome) }
        referrals |= row.referrals
        appraisal = order.appraisal.first(appraisal, row.appraisal)
        decision = order.decision.first(decision, row.decision)
        involvement = order.involvement.first(involvement, row.involvement)
        people.append(
            Person(
                number: row.person,
                isVictim: row.role == UInt8(ascii: "S") || row.role == UInt8(ascii: "B"),
                birth: row.birth,
                sex: row.sex,
                municipality: row.municipality
            )
        )
    }

    /// Takes another report of the same case in, for what is asked of the case.
    mutating func take(_ other: CountedReport) {
        day = CountedReport.earlier(day, other.day)
        natures |= other.natures
        occasions |= other.occasions
        people += other.people
    }

    private static func earlier(_ one: UInt16, _ other: UInt16) -> UInt16 {
        if one == 0 || other == 0 { return max(one, other) }
        return min(one, other)
    }

    /// The advices and reports in some rows, in the order of their first rows.
    static func reports(in rows: [ReportRow], _ order: CodeOrder) -> [CountedReport] {
        var places: [Key: Int] = [:]
        var reports: [CountedReport] = []
        for row in rows where row.record != 0 {
            let key = Key(
                holder: row.holder,
                record: row.record,
                isReport: row.kind == UInt8(ascii: "M")
            )
            let place = places[key] ?? reports.count
            if place == reports.count {
                places[key] = place
                reports.append(CountedReport(key: key))
            }
            reports[place].take(row, order)
        }
        return reports
    }
}

/// The order of codes in their lists, for what rows of one report should agree on.
struct CodeOrder: Sendable {
    /// The order of one list.
    struct OfList: Sendable {
        private let places: [UInt8]

        init(_ codes: [String]) {
            var places = [UInt8](repeating: 255, count: 256)
            for (place, code) in codes.enumerated() {
                if let byte = CodeTable.byte(for: code) { places[Int(byte)] = UInt8(place) }
            }
            self.places = places
        }

        /// The one of two codes that comes first in the list; an empty one never.
        func first(_ one: UInt8, _ other: UInt8) -> UInt8 {
            if one == 0 || other == 0 { return max(one, other) }
            return places[Int(one)] <= places[Int(other)] ? one : other
        }
    }

    let reporter: OfList
    let appraisal: OfList
    let decision: OfList
    let involvement: OfList
}

import Definitions
import Domain

/// A record as the reference engine understands it: days as days, a person or none.
struct ReferenceRecord: Hashable {
    let holder: String
    let period: ReportingPeriod
    /// The number of a person; `nil` for unknown, unborn, failing or absent.
    let person: String?
    /// The birth date with an unknown day as the 1st and an unknown month as 1 July; unborn is
    /// none.
    let birth: CalendarDay?
    let sex: String
    /// The code as delivered, with `GM`; empty when no year knows it.
    let municipality: String
    let referrer: String
    let code: String
    let crisis: String
    let start: CalendarDay
    /// The end; `nil` open.
    var end: CalendarDay?
    let reason: String
    let handedOver: CalendarDay?
    let takenOver: CalendarDay?
    /// The mark for satisfaction.
    let satisfaction: Int?
    let withoutHelp: String
    let informant: String
    /// In history: running at a holder who delivered nothing for the next half-year.
    var isLost = false

    /// The start that counts for a measure.
    var segmentStart: CalendarDay { takenOver ?? start }
    /// The end that counts for a measure.
    var segmentEnd: CalendarDay? { handedOver ?? end }

    /// Everything by which lead records are ordered; the greatest leads.
    ///
    /// Each part is text of one length, or empty, which is lowest; unborn is no date, so empty.
    var leadKey: [String] {
        [
            municipality.isEmpty ? "0" : "1", segmentStart.description, municipality, holder, code,
            referrer, sex, birth?.description ?? "",
        ]
    }

    /// Everything by which the first record of a merged trajectory is chosen; the least is first.
    var firstKey: [String] {
        let crises = ["N": "0", "J": "1"]
        return [start.description, emptyLast(referrer), crises[crisis] ?? "2"]
    }

    /// Everything by which the last record is chosen among those with the same end; the least is.
    var lastKey: [String] {
        [
            emptyLast(reason), satisfaction.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "~",
            emptyLast(withoutHelp), emptyLast(informant),
        ]
    }

    /// The end by which the last record is chosen; an open one is later than any day, an unknown
    /// one later than a real one of the same day.
    var endKey: String {
        guard let end else { return "9999-12-31" }
        return end.description + (isLost ? "+" : "")
    }
}

/// A code for comparing in which empty comes last.
func emptyLast(_ code: String) -> String { code.isEmpty ? "~" : code }

extension ReferenceRecord {
    static let aliases = [
        "31": "01", "32": "02", "33": "03", "34": "04", "35": "11", "36": "12", "37": "13",
        "38": "14",
    ]

    /// Understands a record; `nil` when it has no start and was taken over by nobody.
    init?(_ record: PlainRecord, of delivery: PlainDelivery, regions: RegionReference) {
        guard let from = Self.day(record.start) ?? Self.day(record.takenOver) else { return nil }
        holder = delivery.holder
        period = delivery.period
        let isSpecial = ["000000000", "999999999"].contains(record.number)
        person = !isSpecial && FictiveNumbers.passes(record.number) ? record.number : nil
        birth = Self.birthDay(record.birth)
        sex = record.sex
        let code = Self.municipality(record.municipality)
        municipality = regions.isKnown(code) ? code : ""
        referrer = record.referrer
        self.code = Self.aliases[record.code] ?? record.code
        crisis = record.crisis
        start = from
        end = Self.day(record.end)
        // A reason without an end is emptied.
        reason = end == nil ? "" : record.reason
        handedOver = Self.day(record.handedOver)
        takenOver = Self.day(record.takenOver)
        satisfaction = Int(record.satisfaction)
        withoutHelp = record.withoutHelp
        informant = record.informant
    }

    /// The record after reading and before emptying, by which identical ones are known.
    static func identity(_ record: PlainRecord) -> PlainRecord {
        var read = record
        read.code = aliases[record.code] ?? record.code
        read.municipality = municipality(record.municipality)
        return read
    }

    private static func municipality(_ text: String) -> String {
        text.isEmpty || text.hasPrefix("GM") ? text : "GM" + text
    }

    private static func day(_ text: String) -> CalendarDay? {
        let digits = text.compactMap(\.wholeNumberValue)
        guard digits.count == 8, text.utf8.count == 8, let number = Int(text) else { return nil }
        return CalendarDay(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    private static func birthDay(_ text: String) -> CalendarDay? {
        if text.hasSuffix("0000") { return day(text.prefix(4) + "0701") }
        if text.hasSuffix("00") { return day(text.prefix(6) + "01") }
        return day(text)
    }
}

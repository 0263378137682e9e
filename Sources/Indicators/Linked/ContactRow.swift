import Columns
import Definitions
import Domain
import Linkage
import Store

/// One contact at a Centrum Seksueel Geweld, as stored.
struct ContactRow: Sendable {
    /// The person, or ``Numbering/nobody``.
    let person: UInt32
    /// The centre, by place among the holders.
    let holder: UInt16
    /// The day of the contact.
    let day: UInt16
    /// Birth: 1 July of the year that is delivered, since only the year is; 0 empty.
    let birth: UInt16
    /// Municipality as delivered, by number; 0 none.
    let municipality: UInt16
    /// Within seven days after the incident; 0 empty.
    let acute: UInt8
    /// The nature; 0 empty.
    let nature: UInt8

    /// Whether it says before another where someone lives: known first, then the newest, then the
    /// highest municipality.
    func isNewer(than other: ContactRow) -> Bool {
        let isKnown = municipality != 0
        guard isKnown == (other.municipality != 0) else { return isKnown }
        return (day, municipality) > (other.day, other.municipality)
    }

    /// Opens the contacts of a half-year that count.
    static func load(
        _ segments: [SegmentReader],
        accepted: AcceptedDeliveries,
        period: ReportingPeriod,
        spine: PersonSpine,
        workers: Workers
    ) throws -> [ContactRow] {
        let counting = accepted.deliveries(for: period)
        let places = Dictionary(
            uniqueKeysWithValues: accepted.holders.enumerated().map { ($1, UInt16($0)) }
        )
        var rows: [ContactRow] = []
        for segment in segments where segment.period == period {
            guard segment.deliveries.contains(where: { counting.contains($0.id) }) else { continue }
            let columns = try StoredColumns(segment, workers: workers)
            let persons = try ReportRow.persons(of: segment, spine: spine, workers: workers)
            let delivery = try columns.wide("delivery")
            let day = try columns.wide("day")
            let year = try columns.long("birthYear")
            let municipality = try columns.wide("municipality")
            let acute = try columns.small("acute")
            let nature = try columns.small("nature")
            func code(_ byte: UInt8) -> UInt8 {
                byte == CodeTable.unknown ? CodeTable.absent : byte
            }
            for row in 0..<segment.rows {
                let own = segment.deliveries[Int(delivery[row])]
                guard counting.contains(own.id) else { continue }
                rows.append(
                    ContactRow(
                        person: persons[row],
                        holder: places[own.holder] ?? 0,
                        day: day[row],
                        birth: birth(of: LongValue.number(year[row])),
                        municipality: municipality[row],
                        acute: code(acute[row]),
                        nature: code(nature[row])
                    )
                )
            }
        }
        return rows
    }

    private static func birth(of year: UInt64?) -> UInt16 {
        guard let year, let day = CalendarDay(year: Int(clamping: year), month: 7, day: 1) else {
            return PackedDay.absent
        }
        return PackedDay.pack(day.number)
    }
}

import Columns
import Domain
import Linkage
import Store

/// One person in an advice or report, as stored: codes as bytes, sets as bits, marks for numbers.
struct ReportRow: Sendable {
    /// The person, or ``Numbering/nobody``.
    var person = Numbering.nobody
    /// The organisation, by place among the holders.
    var holder: UInt16 = 0
    /// A advice, M report.
    var kind: UInt8 = 0
    /// The mark of its number.
    var record: UInt64 = 0
    /// The mark of its case; 0 none.
    var caseMark: UInt64 = 0
    /// The day of the advice or report.
    var day: UInt16 = 0
    /// Who reported or asked; 0 empty.
    var reporter: UInt8 = 0
    /// The natures, as bits by code.
    var natures: UInt64 = 0
    /// The occasions, as bits by code.
    var occasions: UInt64 = 0
    /// S, P, B or O; 0 empty.
    var role: UInt8 = 0
    /// Birth; 0 empty.
    var birth: UInt16 = 0
    /// Sex; 0 empty.
    var sex: UInt8 = 0
    /// Municipality as delivered, by number; 0 none.
    var municipality: UInt16 = 0
    /// The day of the safety assessment; 0 none.
    var assessed: UInt16 = 0
    /// The appraisal; 0 empty.
    var appraisal: UInt8 = 0
    /// The decision; 0 empty.
    var decision: UInt8 = 0
    /// The first day of a service; 0 none.
    var serviceStart: UInt16 = 0
    /// The last day of a service; 0 none.
    var serviceEnd: UInt16 = 0
    /// The outcome of an investigation; 0 empty.
    var outcome: UInt8 = 0
    /// To whom it was handed over, as bits by code.
    var referrals: UInt64 = 0
    /// Earlier involvement; 0 empty.
    var involvement: UInt8 = 0

    /// Opens the rows of a half-year that count.
    static func load(
        _ segments: [SegmentReader],
        accepted: AcceptedDeliveries,
        period: ReportingPeriod,
        spine: PersonSpine,
        workers: Workers
    ) throws -> [ReportRow] {
        let counting = accepted.deliveries(for: period)
        let places = Dictionary(
            uniqueKeysWithValues: accepted.holders.enumerated().map { ($1, UInt16($0)) }
        )
        var rows: [ReportRow] = []
        for segment in segments where segment.period == period {
            let counts = segment.deliveries.map { counting.contains($0.id) }
            guard counts.contains(true) else { continue }
            let holders = segment.deliveries.map { places[$0.holder] ?? 0 }
            let columns = try StoredColumns(segment, workers: workers)
            let persons = try persons(of: segment, spine: spine, workers: workers)
            let delivery = try columns.wide("delivery")
            var part = [ReportRow](repeating: ReportRow(), count: segment.rows)
            for row in part.indices {
                part[row].person = persons[row]
                part[row].holder = holders[Int(delivery[row])]
            }
            try columns.fill(&part)
            rows += zip(part, delivery).filter { counts[Int($0.1)] }.map(\.0)
        }
        return rows
    }

    /// For each row of a segment its person, or ``Numbering/nobody``.
    static func persons(
        of segment: SegmentReader,
        spine: PersonSpine,
        workers: Workers
    ) throws -> [UInt32] {
        let runs = try segment.rowsPerPerson(workers: workers)
        var persons: [UInt32] = []
        persons.reserveCapacity(segment.rows)
        for (number, run) in zip(spine.numbers(of: segment), runs) {
            persons.append(contentsOf: repeatElement(number, count: Int(run)))
        }
        let rest = segment.rows - persons.count
        persons.append(contentsOf: repeatElement(Numbering.nobody, count: rest))
        return persons
    }
}

/// The columns of a segment by the names of the store.
struct StoredColumns {
    private let segment: SegmentReader
    private let workers: Workers

    init(_ segment: SegmentReader, workers: Workers) throws {
        self.segment = segment
        self.workers = workers
    }

    func small(_ name: String) throws -> [UInt8] {
        try segment.column(name, workers: workers)
    }

    func wide(_ name: String) throws -> [UInt16] {
        try segment.column(name, workers: workers)
    }

    /// A column of 64 bits, kept as two; what could not be read is empty.
    func long(_ name: String) throws -> [UInt64] {
        let low: [UInt32] = try segment.column(name, workers: workers)
        let high: [UInt32] = try segment.column(name + "High", workers: workers)
        return zip(low, high).map { low, high in
            let value = UInt64(high) << 32 | UInt64(low)
            return value == LongValue.unreadable ? LongValue.absent : value
        }
    }

    /// Fills the columns of advices and reports in.
    func fill(_ rows: inout [ReportRow]) throws {
        try fill(&rows, \.kind, codes: "kind")
        try fill(&rows, \.reporter, codes: "reporter")
        try fill(&rows, \.role, codes: "role")
        try fill(&rows, \.sex, codes: "sex")
        try fill(&rows, \.appraisal, codes: "appraisal")
        try fill(&rows, \.decision, codes: "decision")
        try fill(&rows, \.outcome, codes: "outcome")
        try fill(&rows, \.involvement, codes: "involvement")
        try fill(&rows, \.day, days: "day")
        try fill(&rows, \.birth, days: "birth")
        try fill(&rows, \.municipality, days: "municipality")
        try fill(&rows, \.assessed, days: "assessed")
        try fill(&rows, \.serviceStart, days: "serviceStart")
        try fill(&rows, \.serviceEnd, days: "serviceEnd")
        try fill(&rows, \.record, longs: "record")
        try fill(&rows, \.caseMark, longs: "case")
        try fill(&rows, \.natures, longs: "natures")
        try fill(&rows, \.occasions, longs: "occasions")
        try fill(&rows, \.referrals, longs: "referrals")
    }

    private func fill(
        _ rows: inout [ReportRow],
        _ place: WritableKeyPath<ReportRow, UInt8>,
        codes name: String
    ) throws {
        for (row, value) in try small(name).enumerated() {
            rows[row][keyPath: place] = value == CodeTable.unknown ? CodeTable.absent : value
        }
    }

    private func fill(
        _ rows: inout [ReportRow],
        _ place: WritableKeyPath<ReportRow, UInt16>,
        days name: String
    ) throws {
        for (row, value) in try wide(name).enumerated() { rows[row][keyPath: place] = value }
    }

    private func fill(
        _ rows: inout [ReportRow],
        _ place: WritableKeyPath<ReportRow, UInt64>,
        longs name: String
    ) throws {
        for (row, value) in try long(name).enumerated() { rows[row][keyPath: place] = value }
    }
}

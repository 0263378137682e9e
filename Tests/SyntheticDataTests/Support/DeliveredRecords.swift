import Domain
import FoundationEssentials

/// A record of youth assistance as read back from a file.
struct DeliveredRecord: Hashable {
    var person: Int?
    var holder: Int
    var form: Int
    var referrer: Int
    var start: Int32
    /// `nil` while running.
    var end: Int32?
    var reason: Int?
}

/// Every delivery of youth assistance of a folder, read back slowly and plainly.
struct DeliveredRecords {
    struct Key: Hashable {
        let holder: Int
        let period: ReportingPeriod
    }

    /// The vintages in the order of `order.txt`.
    private(set) var vintages: [Key: [[DeliveredRecord]]] = [:]

    init(_ folder: URL) throws {
        let order = try String(contentsOf: folder.appending(path: "order.txt"), encoding: .utf8)
        for path in order.split(separator: "\n") where path.hasPrefix("jeugdhulp/") {
            let parts = path.dropFirst("jeugdhulp/".count).dropLast(".csv".count)
                .split(separator: "-")
            guard let holder = Int(parts[0]), let period = ReportingPeriod(parts[1]) else {
                continue
            }
            let data = try Data(contentsOf: folder.appending(path: String(path)))
            let records = Self.read([UInt8](data), in: period)
            vintages[Key(holder: holder, period: period), default: []].append(records)
        }
    }

    /// The records of a period: of the latest vintages, or of the first.
    func records(_ period: ReportingPeriod, firstVintage: Bool = false) -> [DeliveredRecord] {
        vintages.filter { $0.key.period == period }.flatMap { _, vintages in
            (firstVintage ? vintages.first : vintages.last) ?? []
        }
    }

    private static func read(
        _ file: [UInt8],
        in period: ReportingPeriod
    ) -> [DeliveredRecord] {
        var bytes = file[...]
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let lines = bytes.split(separator: 0x0A).map { line in
            line.last == 0x0D ? line.dropLast() : line
        }
        guard let header = lines.first else { return [] }
        let separator: UInt8 = header.contains(0x3B) ? 0x3B : 0x2C
        let names = header.split(separator: separator).map { String(decoding: $0, as: UTF8.self) }
        func column(_ name: String) -> Int { names.firstIndex(of: name) ?? -1 }
        let number = column("bsn")
        let form = column("hulpvorm")
        let referrer = column("verwijzer")
        let start = column("datum_aanvang")
        let end = column("datum_einde")
        let reason = column("reden_beeindiging")
        let birth = column("geboortedatum")
        var seen: Set<ArraySlice<UInt8>> = []
        return lines.dropFirst().compactMap { line in
            let fields = line.split(separator: separator, omittingEmptySubsequences: false)
            guard let first = day(fields[start]), let form = integer(fields[form]),
                let holder = integer(fields[0])
            else { return nil }
            let record = DeliveredRecord(
                person: person(fields[number], in: period),
                holder: holder,
                form: form > 30 ? [1, 2, 3, 4, 11, 12, 13, 14][form - 31] : form,
                referrer: integer(fields[referrer]) ?? 0,
                start: first,
                end: day(fields[end]),
                reason: integer(fields[reason])
            )
            let hasUnreadableEnd = record.end == nil && !fields[end].isEmpty
            let age = CalendarDay(number: first).components.year - year(fields[birth])
            guard isTakenIn(record, in: period), !hasUnreadableEnd, age < 23,
                seen.insert(line).inserted
            else { return nil }
            return record
        }
    }

    /// Whether the intake keeps a record with these dates and form.
    private static func isTakenIn(
        _ record: DeliveredRecord,
        in period: ReportingPeriod
    ) -> Bool {
        let last = period.end.number
        let end = record.end ?? last
        return record.start <= last && end >= record.start && end <= last
            && end >= period.start.number && [1, 2, 3, 4, 11, 12, 13, 14].contains(record.form)
    }

    /// The year of birth, or a late one when the field tells none.
    private static func year(_ birth: ArraySlice<UInt8>) -> Int {
        (integer(birth) ?? 99_999_999) / 10_000
    }

    /// The number, or `nil` for a special code and for one that fails the *elfproef*.
    private static func person(_ field: ArraySlice<UInt8>, in period: ReportingPeriod) -> Int? {
        guard field.count == 9, let number = integer(field), number != 0, number != 999_999_999
        else { return nil }
        let digits = field.map { Int($0) - 0x30 }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        return sum % 11 == 0 ? number : nil
    }

    private static func integer(_ field: ArraySlice<UInt8>) -> Int? {
        guard !field.isEmpty else { return nil }
        var value = 0
        for byte in field {
            guard (0x30...0x39).contains(byte) else { return nil }
            value = value * 10 + Int(byte) - 0x30
        }
        return value
    }

    private static func day(_ field: ArraySlice<UInt8>) -> Int32? {
        guard let number = integer(field.filter { $0 != 0x2D }[...]) else { return nil }
        return CalendarDay(
            year: number / 10_000,
            month: number / 100 % 100,
            day: number % 100
        )?.number
    }
}

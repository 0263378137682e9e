import Columns
import Definitions
import Domain
import GRDB
import Indicators
import Pipeline
import Store
import TestSupport
import Testing

/// A store of a test's own with a few deliveries, and ways to damage it behind its back.
struct StoreFixture {
    static let today = CalendarDay(year: 2024, month: 1, day: 2) ?? CalendarDay(number: 0)
    static let workers = Workers(cores: 1)

    let folder: TestFolder

    /// The path of the store.
    var path: String { folder.path("store.sqlite") }
    /// The path of the key.
    var keyPath: String { folder.path("key") }

    init() throws {
        folder = try TestFolder()
    }

    /// Opens the store with its key, or makes both.
    func open(create: Bool = true) throws -> DeliveryStore {
        try DeliveryStore(
            path: path,
            key: StoreKey.load(path: keyPath, create: create),
            create: create
        )
    }

    /// A delivery of one holder and half-year with some persons, three records each.
    static func delivery(
        holder: Int = 1,
        period: String = "2019H1",
        persons: Int = 4,
        reason: String = "01"
    ) throws -> PlainDelivery {
        let period = try #require(ReportingPeriod(period))
        var records: [PlainRecord] = []
        for number in FictiveNumbers.first(persons) {
            for form in ["02", "03", "11"] {
                var record = PlainRecord()
                record.number = number
                record.birth = "20080315"
                record.sex = "V"
                record.municipality = "GM0363"
                record.referrer = "02"
                record.code = form
                record.start = period.start.advanced(by: 3).compact
                record.end = period.end.advanced(by: -3).compact
                record.reason = reason
                records.append(record)
            }
        }
        return PlainDelivery(
            source: "jeugdhulp",
            holder: "9000000\(holder)",
            period: period,
            records: records
        )
    }

    /// Takes deliveries in and gives the receipts.
    @discardableResult
    func receive(
        _ deliveries: [PlainDelivery],
        into store: DeliveryStore,
        on day: CalendarDay = StoreFixture.today
    ) throws -> [Receipt] {
        let paths = try deliveries.enumerated().map { index, delivery in
            try folder.write(delivery.csv, to: "in/\(index)/\(delivery.source)/file.csv")
        }
        let stage = ReceiveStage(
            definitions: try TestDefinitions.fewMunicipalities(),
            store: store,
            today: day,
            workers: StoreFixture.workers
        )
        var receipts: [Receipt] = []
        try stage.run(paths, named: nil, progress: { _, _ in }) { receipts.append($0) }
        return receipts
    }

    /// The number of trajectories by reason that ended in a half-year, nationally.
    func ended(
        _ store: DeliveryStore,
        in period: String = "2019H1",
        asOf: CalendarDay? = nil
    ) throws -> [String] {
        let stage = try IndicatorStage(
            definitions: TestDefinitions.fewMunicipalities(),
            store: store,
            asOf: asOf,
            workers: StoreFixture.workers
        )
        var bytes: [UInt8] = []
        try stage.run(
            ["BJ-05"],
            periods: [try #require(Period(period))],
            progress: { _ in }
        ) { $0.appendCSV(to: &bytes) }
        return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
            .filter { $0.contains(",nl,NL01,T,T,") && $0.contains(",ended,") }
    }

    /// Runs SQL on the file of the store, as somebody would who does not hold the key.
    func alter(_ sql: String, _ arguments: StatementArguments = []) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { try $0.execute(sql: sql, arguments: arguments) }
        try queue.close()
    }

    /// Reads from the file of the store, as somebody would who does not hold the key.
    func look<Value>(_ body: (Database) throws -> Value) throws -> Value {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.read(body)
    }

    /// What a check of the whole store finds.
    func mistakes() throws -> [StoreError] {
        try open(create: false).verify(workers: StoreFixture.workers) { _, _ in }.mistakes
    }
}

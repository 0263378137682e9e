import Columns
import Definitions
import Domain
import Indicators
import Pipeline
import Store
import TestSupport
import Testing

/// Deliveries that were taken in by a store of their own, to be computed by the engine.
struct ReceivedDeliveries {
    /// Long after every half-year in the tests.
    static let today = CalendarDay(year: 2024, month: 1, day: 2) ?? CalendarDay(number: 0)

    let folder: TestFolder
    let store: DeliveryStore
    let definitions: DefinitionSet

    /// Takes files in, which must all be accepted.
    init(
        paths: [String],
        in folder: TestFolder,
        definitions: DefinitionSet? = nil,
        today: CalendarDay = ReceivedDeliveries.today,
        permits: Set<String> = [],
        workers: Workers = Workers(cores: 1)
    ) throws {
        self.folder = folder
        let definitions = try definitions ?? TestDefinitions.fewMunicipalities()
        self.definitions = definitions
        store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
        if definitions.privacy.domains.contains(where: { $0.sources.count > 1 }) {
            try LinkagePermit.grant(store, definitions, on: today)
        }
        try receive(paths, today: today, permits: permits, workers: workers)
    }

    /// Takes plain deliveries in, in their order.
    init(
        _ deliveries: [PlainDelivery],
        definitions: DefinitionSet? = nil,
        workers: Workers = Workers(cores: 1)
    ) throws {
        let folder = try TestFolder()
        let paths = try deliveries.enumerated().map { index, delivery in
            try folder.write(delivery.csv, to: "\(index)/\(delivery.source)/file.csv")
        }
        try self.init(paths: paths, in: folder, definitions: definitions, workers: workers)
    }

    /// Takes more files in.
    func receive(
        _ paths: [String],
        today: CalendarDay,
        permits: Set<String> = [],
        workers: Workers = Workers(cores: 1)
    ) throws {
        let stage = ReceiveStage(
            definitions: definitions,
            store: store,
            today: today,
            workers: workers,
            permits: permits
        )
        try stage.run(paths, named: nil, progress: { _, _ in }) { receipt in
            switch receipt.outcome {
            case .accepted, .unchanged: break
            case .refused, .unreadable, .checked:
                Issue.record("\(receipt.path): \(receipt.outcome) \(receipt.findingCounts)")
            }
        }
    }

    /// The engine over what was taken in.
    func stage(
        population: String? = nil,
        boundaries: Int = 2020,
        asOf: CalendarDay? = nil,
        workers: Workers = Workers(cores: 1),
        switches: IndicatorStage.Switches = IndicatorStage.Switches()
    ) throws -> IndicatorStage {
        try IndicatorStage(
            definitions: definitions,
            store: store,
            asOf: asOf,
            boundaries: boundaries,
            population: population.map { try PopulationTable(csv: $0, path: "population.csv") },
            workers: workers,
            switches: switches
        )
    }
}

extension IndicatorStage {
    /// The lines of each table, by indicator and period, as `BJ-01 2019H1`.
    func lines(
        _ ids: [String],
        _ periods: [Period],
        absent: (AbsentTable) -> Void = { _ in }
    ) throws -> [String: [String]] {
        var found: [String: [String]] = [:]
        try run(ids, periods: periods, progress: { _ in }, absent: absent) { table in
            var bytes: [UInt8] = []
            table.appendCSV(to: &bytes)
            found["\(table.indicator) \(table.period)"] = String(decoding: bytes, as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
        return found
    }
}

import Columns
import Definitions
import Domain
import Foundation
import Indicators
import Pipeline
import Store

/// Counts the cells of the two published tables as the product does: received into a store, and
/// computed from it.
struct PipelineCounter {
    private let folder: URL
    private let definitions: DefinitionSet
    private let store: DeliveryStore

    /// Receives the deliveries of a country, in their order.
    init(deliveries: URL, in folder: URL, definitions: DefinitionSet) throws {
        self.folder = folder
        self.definitions = definitions
        store = try DeliveryStore(
            path: folder.appending(path: "store.sqlite").path,
            key: StoreKey.load(path: folder.appending(path: "key").path, create: true),
            create: true
        )
        let order = try String(
            contentsOf: deliveries.appending(path: "order.txt"),
            encoding: .utf8
        )
        let stage = ReceiveStage(
            definitions: definitions,
            store: store,
            today: CalendarDay(number: 19_700),
            workers: Workers(cores: nil)
        )
        try stage.run(
            order.split(separator: "\n").map { deliveries.appending(path: String($0)).path },
            named: nil,
            progress: { _, _ in }
        ) { _ in }
    }

    /// Every cell that does not round to what was published.
    func differences(
        from tables: PublishedTables,
        _ switches: IndicatorStage.Switches = IndicatorStage.Switches()
    ) throws -> [String] {
        let cells = try cells(tables.institutions.keys.sorted(), switches)
        var found: [String] = []
        func compare(_ name: String, _ count: Int, _ published: Int) {
            guard PublishedTables.rounded(count) != published else { return }
            found.append("\(name): \(count) against \(published)")
        }
        for (period, published) in tables.institutions.sorted(by: { $0.key < $1.key }) {
            let names = [
                "BJ-01 T,04,T,T,trajectories", "BJ-04 T,04,started", "BJ-04 T,04,repeat",
                "BJ-05 T,04,T,ended", "BJ-05 T,04,01,ended", "BJ-05 T,04,T,premature",
                "BJ-05 T,04,02,ended", "BJ-05 T,04,03,ended", "BJ-05 T,04,04,ended",
                "BJ-05 T,04,05,ended",
            ]
            for ((topic, name), cell) in zip(zip(PublishedTables.topics, names), published) {
                compare("\(period) \(topic)", cells["\(period) \(name)"] ?? 0, cell)
            }
        }
        let forms = [
            "without_residence": ["01", "02", "03", "04"],
            "with_residence": ["11", "12", "13", "14"], "total": ["T"],
        ]
        for (row, published) in zip(PublishedTables.rows, tables.forms) {
            let codes = forms[row.name] ?? [row.form.map { $0 < 10 ? "0\($0)" : "\($0)" } ?? "T"]
            for (index, referrer) in ["T", "01", "02", "04"].enumerated() {
                let counts = codes.map {
                    cells["2019H1 BJ-01 \($0),\(referrer),T,T,trajectories"] ?? 0
                }
                compare(
                    "\(row.name)|\(PublishedTables.columns[index])",
                    counts.reduce(0, +),
                    published[index]
                )
            }
        }
        return found
    }

    /// The national cells of half-years, as `2019H1 BJ-04 T,04,started`.
    private func cells(
        _ periods: [String],
        _ switches: IndicatorStage.Switches
    ) throws -> [String: Int] {
        let stage = try IndicatorStage(
            definitions: definitions,
            store: store,
            workers: Workers(cores: nil),
            switches: switches
        )
        var cells: [String: Int] = [:]
        try stage.run(
            ["BJ-01", "BJ-04", "BJ-05"],
            periods: periods.compactMap { Period($0) },
            progress: { _ in }
        ) { table in
            var bytes: [UInt8] = []
            table.appendCSV(to: &bytes)
            for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
                let head = "\(table.period),nl,NL01,"
                guard line.hasPrefix(head), let comma = line.lastIndex(of: ",") else { continue }
                let name = line[line.index(line.startIndex, offsetBy: head.count)..<comma]
                cells["\(table.period) \(table.indicator) \(name)"] =
                    Int(line[line.index(after: comma)...])
            }
        }
        return cells
    }
}

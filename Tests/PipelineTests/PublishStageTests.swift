import Columns
import Definitions
import Domain
import GRDB
import Indicators
import Pipeline
import Publication
import Store
import TestSupport
import Testing

@Suite("Publishing")
struct PublishStageTests {
    /// A country with small and large counts, and transfers of which one side is missing.
    private func published() throws -> (ReceivingFixture, String) {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([
            fixture.file(
                1,
                "2019H1",
                (1...23).map { "\($0) 02 20190101 - -" } + ["3 11 20190101 20190301 01"]
            ),
            fixture.file(2, "2019H1", (1...13).map { "\($0) 03 20190101 20190\($0 % 5 + 1)15 01" }),
        ])
        var measures: [PlainRecord] = []
        for (index, number) in FictiveNumbers.first(14).enumerated() {
            var record = PlainRecord()
            record.number = number
            record.birth = "20080315"
            record.sex = "M"
            record.municipality = index < 3 ? "GM0344" : "GM0363"
            record.code = index % 7 == 0 ? "21" : "11"
            record.start = index == 5 ? "" : "20190201"
            record.takenOver = index == 5 ? "20190301" : ""
            record.handedOver = index == 6 || index == 7 ? "20190401" : ""
            measures.append(record)
        }
        let delivery = PlainDelivery(
            source: "jeugdbescherming",
            holder: "90000003",
            period: ReportingPeriod(ordinal: 2019 * 2),
            records: measures
        )
        let path = try fixture.folder.write(delivery.csv, to: "in/m/jeugdbescherming/file.csv")
        #expect(try fixture.receive([path]).map(\.rows) == [14])
        let database = fixture.folder.path("published.sqlite")
        let outcome = try PublishStage(
            definitions: fixture.definitions,
            digests: try DefinitionDigests(folder: TestDefinitions.folder),
            store: fixture.store,
            profile: try #require(fixture.definitions.profiles["cbs"]),
            population: (
                path: "population.csv",
                text: "year,gm_code,population_0_17\n2019,GM0363,1000\n2019,GM0344,900\n"
            ),
            workers: Workers(cores: 1)
        ).run(
            to: database,
            release: Release(day: CalendarDay(number: 19_000), origin: .fictive),
            progress: { _ in }
        )
        #expect(outcome.tables == 12)
        return (fixture, database)
    }

    @Test func `no true small count stands anywhere in the published database`() throws {
        let (fixture, database) = try published()
        let queue = try DatabaseQueue(path: database)
        defer { withExtendedLifetime(fixture) { try? queue.close() } }
        try queue.read { file in
            let cells = try Row.fetchAll(file, sql: "SELECT * FROM cell")
            let measures = try Row.fetchAll(
                file,
                sql: "SELECT * FROM table_measure ORDER BY table_id, place"
            )
            let byTable = Dictionary(grouping: measures) { $0["table_id"] as Int }
            var withheld = 0
            var shown = 0
            for cell in cells {
                let own = byTable[cell["table_id"]] ?? []
                let measure = own[Int(cell["key"] as Int64) % own.count]
                guard measure["is_count"] as Bool else { continue }
                guard let value = cell["value"] as Int64? else {
                    withheld += 1
                    continue
                }
                shown += 1
                #expect(value >= 10 && value % 5 == 0, "\(measure["name"] as String) \(value)")
            }
            #expect(withheld > 20)
            #expect(shown > 20)
        }
    }

    @Test func `every true count of the tables is withheld or rounded in the published ones`()
        throws
    {
        let (fixture, database) = try published()
        let stage = try IndicatorStage(
            definitions: fixture.definitions,
            store: fixture.store,
            workers: Workers(cores: 1)
        )
        var small: [String: Int] = [:]
        try stage.run(["BJ-05", "JB-01"], periods: [], progress: { _ in }) { table in
            small[table.indicator] = table.values.count { (1..<10).contains($0) }
        }
        let queue = try DatabaseQueue(path: database)
        defer { try? queue.close() }
        for (indicator, count) in small {
            #expect(count > 0)
            let withheld = try queue.read {
                try Int.fetchOne(
                    $0,
                    sql: """
                        SELECT count(*) FROM cell JOIN protected_table ON id = table_id
                        WHERE indicator = ? AND value IS NULL
                        """,
                    arguments: [indicator]
                )
            }
            #expect(withheld == count, "\(indicator)")
        }
    }

    @Test func `what is noted of a table are facts about deliveries, never counts of children`()
        throws
    {
        let (fixture, database) = try published()
        let queue = try DatabaseQueue(path: database)
        defer { withExtendedLifetime(fixture) { try? queue.close() } }
        let names = try queue.read {
            try String.fetchAll($0, sql: "SELECT DISTINCT name FROM table_note ORDER BY name")
        }
        #expect(
            names == [
                "boundaries", "completeness_percent", "definition_version", "deliveries",
                "expected_holders", "holders", "look_back_from", "status",
            ]
        )
    }
}

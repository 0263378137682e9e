import Columns
import Definitions
import Domain
import Foundation
import Indicators
import Pipeline
import TestSupport
import Testing

@Suite("The second engine")
struct SparkEngineTests {
    private static let environment = ProcessInfo.processInfo.environment
    /// The program `spark-sql`; without it only what needs no Spark is tested.
    private static let spark = environment["IJKPUNT_SPARK"]
    private static let countries = environment["IJKPUNT_SPARK_COUNTRIES"].flatMap { Int($0) } ?? 200

    private static func taken(_ definitions: DefinitionSet) -> [IndicatorDefinition] {
        definitions.indicators.values.filter(SparkDialect.takes).sorted { $0.id < $1.id }
    }

    @Test(.enabled(if: spark != nil))
    func `one job over random countries gives every table of the embedded engine`() throws {
        let definitions = try TestDefinitions.linked()
        let taken = SparkEngineTests.taken(definitions)
        let place = try TestFolder()
        let folder = URL(filePath: place.path("export"))
        try SparkExport.makeFolder(folder)
        var expected: Set<SparkRun.Line> = []
        var found: [String: Int] = [:]
        for seed in 1...SparkEngineTests.countries {
            let country = NastyCountry(seed: UInt64(seed))
            let own = try TestFolder()
            let received = try ReceivedDeliveries(
                paths: country.write(to: own),
                in: own,
                definitions: definitions
            )
            defer { withExtendedLifetime(received) {} }
            let boundaries = [2020, 2021, 2018, 2023][seed % 4]
            let stage = try received.stage(
                population: country.populationCSV,
                boundaries: boundaries
            )
            let halves = Set(TestSupport.sources.flatMap(country.periods)).sorted()
            let years = Set(halves.map(\.year)).sorted().map { Period.year($0) }
            let periods = halves.map { Period.halfYear($0) } + years
            let export = try SparkExport(country: seed, stage: stage, definitions: taken)
            var absent = Set(
                try export.write(periods: periods, to: folder).map {
                    "\($0.indicator) \($0.period)"
                }
            )
            for source in TestSupport.sources {
                let known = country.periods(of: source)
                for definition in taken where definition.source == source {
                    let asked = periods.filter { period in
                        if case .year = period, !definition.worksForYears { return false }
                        return period.halves.contains(where: known.contains)
                    }
                    let tables = try stage.lines([definition.id], asked) { notice in
                        let key = "\(notice.indicator) \(notice.period)"
                        #expect(absent.remove(key) != nil, "country \(seed): \(key)")
                    }
                    for line in tables.values.joined() {
                        expected.insert(
                            SparkRun.Line(country: seed, indicator: definition.id, text: line)
                        )
                        found[definition.id, default: 0] += 1
                    }
                }
            }
            #expect(absent.isEmpty, "country \(seed)")
        }
        let run = SparkRun(program: try #require(SparkEngineTests.spark), cores: 2)
        let lines = try run.run(SparkScript(taken, in: definitions), in: folder)
        #expect(Set(lines).count == lines.count, "no line twice")
        let missing = expected.subtracting(lines)
        let extra = Set(lines).subtracting(expected)
        #expect(
            missing.isEmpty && extra.isEmpty,
            """
            \(missing.count) lines missing, as \(missing.prefix(4)); \
            \(extra.count) too many, as \(extra.prefix(4))
            """
        )
        for definition in taken {
            #expect(found[definition.id, default: 0] > 50, "\(definition.id)")
        }
        print("\(SparkEngineTests.countries) countries, \(lines.count) cells, 0 differ")
    }

    @Test func `what the dialect cannot say is refused with its file and line`() throws {
        let definitions = try TestDefinitions.load()
        var messages: [String: String] = [:]
        for id in definitions.indicators.keys.sorted() {
            do {
                try SparkStage.check([id], definitions, folder: TestDefinitions.folder)
            } catch { messages[id] = error.description }
        }
        #expect(
            messages["VT-01"]
                == "indicators/VT-01.yaml:9: `population: reports-received`, which Spark SQL is not "
                + "made for here; expected an indicator that the second engine takes, or "
                + "`--engine embedded`"
        )
        let refused = messages.keys.sorted()
        #expect(refused.filter { !["VT-", "CSG", "RE-"].contains($0.prefix(3)) } == ["BJ-09"])
        #expect(messages["BJ-09"]?.contains(": `kind: age-standardised`, ") == true)
        #expect(refused.count + SparkEngineTests.taken(definitions).count == 29)
    }

    @Test
    func `the folder is for its owner alone, and holds no line of a table that is not asked for`()
        throws
    {
        let definitions = try TestDefinitions.fewMunicipalities()
        let table = try SpecTable("1 2019H1 1 02 02 20190101 20190401 01")
        let received = try ReceivedDeliveries(table.deliveries)
        defer { withExtendedLifetime(received) {} }
        let place = try TestFolder()
        let folder = URL(filePath: place.path("export"))
        try SparkExport.makeFolder(folder)
        let attributes = try FileManager.default.attributesOfItem(atPath: folder.path)
        #expect(attributes[.posixPermissions] as? Int == 0o700)
        let chosen = ["BJ-01", "BJ-07"].compactMap { definitions.indicators[$0] }
        let export = try SparkExport(
            country: 1,
            stage: received.stage(),
            definitions: chosen
        )
        let half = try #require(ReportingPeriod("2019H1"))
        let absent = try export.write(periods: [.halfYear(half)], to: folder)
        #expect(absent.map(\.reason) == [.nextPeriod])
        let wanted = try String(
            contentsOf: folder.appending(path: "wanted/1.tsv"),
            encoding: .utf8
        )
        #expect(wanted == "1\tBJ-01\t2019H1\n")
        let records = try String(
            contentsOf: folder.appending(path: "record/1.tsv"),
            encoding: .utf8
        )
        #expect(records.split(separator: "\n").count == 1)
        let number = FictiveNumbers.first(1)[0]
        #expect(!records.contains(number), "no number of a person is in it")
    }

    @Test func `without the program the message says what to install`() throws {
        let definitions = try TestDefinitions.load()
        let place = try TestFolder()
        let folder = URL(filePath: place.path("export"))
        try SparkExport.makeFolder(folder)
        let script = try SparkScript(SparkEngineTests.taken(definitions), in: definitions)
        #expect(throws: SparkRun.Failure.notFound(program: "no-such-spark")) {
            _ = try SparkRun(program: "no-such-spark", cores: 1).run(script, in: folder)
        }
    }
}

import Columns
import Definitions
import Domain
import Indicators
import Pipeline
import Privacy
import Store
import TestSupport
import Testing

@Suite("Indicators over linked sources")
struct LinkedSourceTests {
    static let followed = ["CSG-03", "VT-06", "VT-08"]
    static let permits: Set<String> = [
        "veiligthuis/linkage", "csg-records/linkage", "csg-records/csg-records",
    ]

    private func received(
        _ files: [PlainFile],
        _ definitions: DefinitionSet
    ) throws -> ReceivedDeliveries {
        let folder = try TestFolder()
        let paths = try files.enumerated().map { index, file in
            try folder.write(file.text, to: "\(index)/\(file.source)/file.csv")
        }
        return try ReceivedDeliveries(
            paths: paths,
            in: folder,
            definitions: definitions,
            permits: LinkedSourceTests.permits
        )
    }

    private func examples(
        _ id: String
    ) throws -> [(example: IndicatorDefinition.Example, lines: [String], files: [PlainFile])] {
        let definitions = try TestDefinitions.allLinked()
        let definition = try #require(definitions.indicators[id])
        return try definition.examples.map { example in
            let files = try zip(example.sources, example.deliveries).map {
                try #require(PlainFile(source: $0, text: $1))
            }
            let received = try received(files, definitions)
            // The store lasts as long as what was received.
            let lines = try withExtendedLifetime(received) {
                try received.stage().lines([id], [example.period])["\(id) \(example.period)"]
            }
            return (example, lines ?? [], files)
        }
    }

    @Test(arguments: followed + ["RE-03"])
    func `the examples of a definition give the cells they promise`(id: String) throws {
        let definitions = try TestDefinitions.allLinked()
        for (example, lines, files) in try examples(id) {
            for expected in example.expected {
                let fields = expected.split(separator: ",")
                let cell = "\(example.period)," + fields.dropLast().joined(separator: ",") + ","
                let wanted = fields.last == "0" ? [] : ["\(example.period)," + expected]
                #expect(lines.filter { $0.hasPrefix(cell) } == wanted, "\(example.title.en)")
            }
            guard case .halfYear(let half) = example.period else { continue }
            let twin = LinkedTwin(files: files, definitions: definitions).lines(id, half)
            #expect(lines == twin, "\(example.title.en)")
        }
    }

    @Test(arguments: 1...60)
    func `random deliveries give the same tables, line for line`(seed: Int) throws {
        var maker = NastyLinked(seed: UInt64(seed))
        let files = maker.files()
        let definitions = try TestDefinitions.allLinked()
        let received = try received(files, definitions)
        defer { withExtendedLifetime(received) {} }
        let stage = try received.stage(workers: Workers(cores: 1 + seed % 2))
        let twin = LinkedTwin(files: files, definitions: definitions)
        for id in LinkedSourceTests.followed {
            let source = id == "CSG-03" ? "csg-records" : "veiligthuis"
            let periods = files.periods(of: source)
            var absent: Set<ReportingPeriod> = []
            let found = try stage.lines([id], periods.map { .halfYear($0) }) { notice in
                #expect(notice.reason == .secondSource)
                if case .halfYear(let half) = notice.period { absent.insert(half) }
            }
            for half in periods {
                let isThere = files.contains { $0.source == "jeugdhulp" && $0.period == half }
                #expect(absent.contains(half) != isThere)
                guard isThere else { continue }
                let lines = found["\(id) \(half)"] ?? []
                let expected = twin.lines(id, half)
                guard lines != expected else { continue }
                let missing = Set(expected).subtracting(lines).sorted()
                let extra = Set(lines).subtracting(expected).sorted()
                Issue.record(
                    """
                    \(id) \(half): \(missing.count) lines missing, \(extra.count) too many
                    missing: \(missing.prefix(6))
                    too many: \(extra.prefix(6))
                    """
                )
            }
        }
    }

    @Test func `the deliveries hold what the rules are about`() throws {
        let definitions = try TestDefinitions.allLinked()
        var counted: [String: Int] = [:]
        for seed in 1...60 {
            var maker = NastyLinked(seed: UInt64(seed))
            let files = maker.files()
            let twin = LinkedTwin(files: files, definitions: definitions)
            for id in LinkedSourceTests.followed {
                let source = id == "CSG-03" ? "csg-records" : "veiligthuis"
                for half in files.periods(of: source)
                where files.contains(where: { $0.source == "jeugdhulp" && $0.period == half }) {
                    for line in twin.lines(id, half) where line.contains("nl,NL01,T") {
                        let fields = line.split(separator: ",")
                        counted["\(id) \(fields[fields.count - 2])", default: 0] += 1
                    }
                }
            }
        }
        for id in ["VT-06", "CSG-03"] {
            for measure in [
                "running", "started", "running_and_started", "none", "follow_up_ended", "unlinked",
            ] {
                #expect(counted["\(id) \(measure)", default: 0] > 15, "\(id) \(measure)")
            }
        }
        for measure in ["placed_before", "placed", "not_placed", "placement_unknown", "closed"] {
            #expect(counted["VT-08 \(measure)", default: 0] > 15, "\(measure)")
        }
    }

    @Test func `without one domain of pseudonyms there is no table, and none of zeros`() throws {
        let files = try LinkedSourceTests.files(of: "VT-06")
        let apart = try TestDefinitions.fewMunicipalities()
        var reasons: [AbsentTable.Reason] = []
        let half = try #require(ReportingPeriod("2019H1"))
        let received = try received(files, apart)
        defer { withExtendedLifetime(received) {} }
        let stage = try received.stage()
        let tables = try stage.lines(["VT-06"], [.halfYear(half)]) { reasons.append($0.reason) }
        #expect(tables.isEmpty)
        #expect(reasons == [.notLinked])
    }

    @Test(arguments: followed + ["RE-03"])
    func `without a permit in force an indicator over linked sources is refused`(
        id: String
    ) throws {
        let definitions = try TestDefinitions.allLinked()
        let received = try received(try LinkedSourceTests.files(of: id), definitions)
        defer { withExtendedLifetime(received) {} }
        // The linkage has its permit; the indicator has none.
        let stage = ComputeStage(
            definitions: definitions,
            store: received.store,
            profile: try #require(definitions.profiles["ijkpunt"]),
            workers: Workers(cores: 1),
            actor: AuditActor(name: "Anna", role: .analyst) {
                UTCInstant(startOf: ReceivedDeliveries.today)
            }
        )
        var request = ComputeStage.Request()
        request.ids = [id]
        request.isInternal = true
        let out = received.folder.path("tables")
        #expect(throws: PermitRefusal.noPermit(kind: .indicator, subject: id)) {
            _ = try stage.run(request, to: out, progress: { _ in })
        }
        request.ids = []
        let named = try stage.run(request, to: out, progress: { _ in }).files.map(\.indicator)
        #expect(!named.contains(id))
    }

    private static func files(of id: String) throws -> [PlainFile] {
        let definition = try #require(try TestDefinitions.allLinked().indicators[id])
        let example = definition.examples[0]
        return try zip(example.sources, example.deliveries).map {
            try #require(PlainFile(source: $0, text: $1))
        }
    }
}

import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Reports and registrations, and their slow twin")
struct ReportTwinTests {
    /// What the twin counts.
    static func ids(_ definitions: DefinitionSet, of source: String) -> [String] {
        definitions.indicators.values.filter { $0.source == source && $0.permit == nil }
            .map(\.id).filter { $0.hasPrefix("VT-") || $0.hasPrefix("CSG-") }.sorted()
    }

    @Test(arguments: 1...60)
    func `random deliveries give the same tables, line for line`(seed: Int) throws {
        var maker = NastyReports(seed: UInt64(seed))
        let files = maker.files()
        let folder = try TestFolder()
        let isLinked = seed % 2 == 0
        let paths = try files.enumerated().map { index, file in
            try folder.write(file.text, to: "\(index)/\(file.source)/file.csv")
        }
        let received = try ReceivedDeliveries(
            paths: paths,
            in: folder,
            permits: isLinked ? ["veiligthuis/linkage"] : []
        )
        let boundaries = [2020, 2018, 2021][seed % 3]
        let stage = try received.stage(
            boundaries: boundaries,
            workers: Workers(cores: 1 + seed % 2)
        )
        // Without a permit to link, numbers are not read.
        let seen = isLinked ? files : files.map(ReportTwinTests.withoutNumbers)
        let twin = ReportTwin(
            files: seen,
            definitions: received.definitions,
            boundaries: boundaries
        )
        for source in ["veiligthuis", "csg-counts"] {
            let halves = files.periods(of: source)
            let years = Set(halves.map(\.year)).sorted().map { Period.year($0) }
            let periods = halves.map { Period.halfYear($0) } + years
            guard !periods.isEmpty else { continue }
            let ids = ReportTwinTests.ids(received.definitions, of: source)
            let found = try stage.lines(ids, periods)
            #expect(found.count == ids.count * periods.count)
            for id in ids {
                for period in periods {
                    let lines = found["\(id) \(period)"] ?? []
                    let expected = twin.lines(id, period)
                    guard lines != expected else { continue }
                    let missing = Set(expected).subtracting(lines).sorted()
                    let extra = Set(lines).subtracting(expected).sorted()
                    Issue.record(
                        """
                        \(id) \(period): \(missing.count) lines missing, \(extra.count) too many
                        missing: \(missing.prefix(6))
                        too many: \(extra.prefix(6))
                        """
                    )
                }
            }
        }
    }

    static func withoutNumbers(_ file: PlainFile) -> PlainFile {
        guard file.source == "veiligthuis" else { return file }
        let lines = file.text.split(separator: "\n").map { line in
            var fields = line.split(separator: ";", omittingEmptySubsequences: false)
            if fields[10] != "bsn" { fields[10] = "" }
            return fields.joined(separator: ";")
        }
        return PlainFile(source: file.source, text: lines.joined(separator: "\n") + "\n") ?? file
    }

    @Test func `the deliveries hold what the rules are about`() throws {
        let definitions = try TestDefinitions.fewMunicipalities()
        var wanted: [String: Int] = [:]
        for seed in 1...60 {
            var maker = NastyReports(seed: UInt64(seed))
            let files = maker.files()
            let twin = ReportTwin(files: files, definitions: definitions)
            for half in files.periods(of: "veiligthuis") {
                for id in ["VT-01", "VT-02", "VT-03", "VT-05", "VT-07", "VT-09"] {
                    for line in twin.lines(id, .halfYear(half)) where line.contains("nl,NL01,T") {
                        let fields = line.split(separator: ",")
                        wanted[id + " " + fields[fields.count - 2], default: 0] += 1
                    }
                }
            }
        }
        for key in [
            "VT-01 advices", "VT-01 reports", "VT-02 cases", "VT-02 passed_on",
            "VT-02 reports_without_case", "VT-03 in_time", "VT-03 late", "VT-03 open",
            "VT-03 services_in_time", "VT-03 services_unknown", "VT-05 investigations",
            "VT-07 repeat", "VT-07 repeat_new_matter", "VT-07 repeat_unknown", "VT-09 reports",
        ] {
            #expect(wanted[key, default: 0] > 15, "\(key)")
        }
    }
}

import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Children known through each source")
struct ReachTests {
    static let population = ["2019,GM0363,1600", "2019,GM0344,300", "2019,GM0014,900"]

    private func source(of text: String) -> String {
        let header = text.prefix { $0 != "\n" }
        if header.contains("soort") { return "veiligthuis" }
        if header.contains("centrum") { return "csg-counts" }
        return header.contains("hulpvorm") ? "jeugdhulp" : "jeugdbescherming"
    }

    private func lines(
        _ texts: [String],
        _ ids: [String],
        _ definitions: DefinitionSet,
        population: [String]
    ) throws -> [String: [String]] {
        let folder = try TestFolder()
        let paths = try texts.enumerated().map { index, text in
            try folder.write(text, to: "\(index)/\(source(of: text))/file.csv")
        }
        let received = try ReceivedDeliveries(paths: paths, in: folder, definitions: definitions)
        let csv = (["year,gm_code,population_0_17"] + population).joined(separator: "\n") + "\n"
        return try received.stage(population: csv).lines(ids, [.year(2019)])
    }

    @Test(arguments: ["RE-01", "RE-02"])
    func `the examples give the cells they promise`(id: String) throws {
        let definitions = try TestDefinitions.load()
        let definition = try #require(definitions.indicators[id])
        for example in definition.examples {
            let found =
                try lines(
                    example.deliveries,
                    [id],
                    definitions,
                    population: example.population
                )["\(id) 2019"] ?? []
            let twin = ReachTwin(
                files: example.deliveries.compactMap {
                    PlainFile(source: source(of: $0), text: $0)
                },
                definitions: definitions,
                population: example.population
            )
            #expect(found == twin.lines(id, 2019))
            for expected in example.expected {
                let fields = expected.split(separator: ",")
                let cell = "2019," + fields.dropLast().joined(separator: ",") + ","
                let wanted = fields.last == "0" ? [] : ["2019," + expected]
                #expect(found.filter { $0.hasPrefix(cell) } == wanted)
            }
        }
    }

    @Test(arguments: 1...30)
    func `random deliveries give the same tables, line for line`(seed: Int) throws {
        var maker = NastyReports(seed: UInt64(seed))
        let blind = maker.files().map(ReportTwinTests.withoutNumbers)
        let texts = blind.map(\.text) + helpFiles(seed: UInt64(seed))
        let definitions = try TestDefinitions.fewMunicipalities()
        let found = try lines(
            texts,
            ["RE-01", "RE-02"],
            definitions,
            population: ReachTests.population
        )
        let twin = ReachTwin(
            files: texts.compactMap { PlainFile(source: source(of: $0), text: $0) },
            definitions: definitions,
            population: ReachTests.population
        )
        for id in ["RE-01", "RE-02"] {
            let expected = twin.lines(id, 2019)
            let own = found["\(id) 2019"] ?? []
            #expect(
                own == expected,
                """
                \(id): missing \(Set(expected).subtracting(own).sorted().prefix(5)), \
                too many \(Set(own).subtracting(expected).sorted().prefix(5))
                """
            )
        }
    }

    @Test func `a half-year is refused`() throws {
        let folder = try TestFolder()
        let received = try ReceivedDeliveries(paths: [], in: folder)
        let stage = try received.stage(population: "year,gm_code,population_0_17\n")
        #expect(throws: IndicatorError.notForHalfYears(id: "RE-01")) {
            _ = try stage.lines(["RE-01"], [.halfYear(ReportingPeriod(ordinal: 2019 * 2))])
        }
    }

    /// Help and measures of a few children in both halves of 2019.
    private func helpFiles(seed: UInt64) -> [String] {
        var random = SeededGenerator(seed: seed &+ 1_000)
        let numbers = FictiveNumbers.first(9)
        var texts: [String] = []
        for isHelp in [true, false] {
            for half in ["2019H1", "2019H2"] {
                for holder in ["90000001", "90000002"] where random.chance(80) {
                    let head =
                        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;"
                        + (isHelp
                            ? "verwijzer;hulpvorm;datum_aanvang;datum_einde;reden_beeindiging"
                            : "maatregel;datum_aanvang;datum_einde;reden_beeindiging")
                    let rows = (1...random.number(2...8)).map { row in
                        let child = random.number(0...8)
                        let isOver = random.chance(40)
                        let start = half == "2019H1" ? "2019010\(row)" : "2019070\(row)"
                        let fields: [String?] = [
                            holder, half, numbers[child], "\(2000 + child * 2)0515",
                            random.pick(["M", "V"]), random.pick(["GM0363", "GM0344", "GM0014"]),
                            isHelp ? random.pick(["01", "04"]) : nil,
                            isHelp ? random.pick(["01", "02", "11"]) : random.pick(["11", "12"]),
                            start, isOver ? (half == "2019H1" ? "20190601" : "20191101") : "",
                            isOver ? (isHelp ? "01" : "02") : "",
                        ]
                        return fields.compactMap(\.self).joined(separator: ";")
                    }
                    texts.append(([head] + rows).joined(separator: "\n") + "\n")
                }
            }
        }
        return texts
    }
}

import Columns
import Definitions
import Disclosure
import Domain
import Foundation
import Pipeline
import Publication
import Store
import TestSupport
import Testing

@Suite("Releases by the cube")
struct CubeReleaseTests {
    private let fixture: ReceivingFixture
    private let country = CellTable.Region(geography: .country, code: "NL01")

    init() throws {
        fixture = try ReceivingFixture()
        _ = try fixture.receive([
            fixture.file(
                1,
                "2019H1",
                (1...23).map { "\($0) 02 20190101 - -" } + ["3 11 20190101 20190301 01"]
            ),
            fixture.file(2, "2019H1", (1...13).map { "\($0) 03 20190101 20190\($0 % 5 + 1)15 01" }),
        ])
    }

    private func publish(_ name: String) throws -> (PublishStage.Outcome, PublishedContents) {
        let path = fixture.folder.path(name)
        let outcome = try PublishStage(
            definitions: fixture.definitions,
            digests: try DefinitionDigests(folder: TestDefinitions.folder),
            store: fixture.store,
            profile: try #require(fixture.definitions.profiles["ijkpunt"]),
            population: nil,
            workers: Workers(cores: 2)
        ).run(
            to: path,
            release: Release(day: CalendarDay(number: 19_000), origin: .fictive),
            progress: { _ in }
        )
        return (outcome, try PublishedDatabase(path: path).current())
    }

    private func shown(
        _ contents: PublishedContents,
        _ indicator: String,
        _ codes: [String: String] = [:],
        _ region: CellTable.Region? = nil,
        measure: String
    ) throws -> Int64? {
        let table = try #require(contents.tables[indicator]?.first)
        let value = try contents.value(table, region ?? country, codes, measure: measure)
        guard case .shown(let number) = value else { return nil }
        return number
    }

    @Test func `every count is a multiple of five near the true one, and parts add up`() throws {
        let (outcome, contents) = try publish("one.sqlite")
        #expect(outcome.cube?.findings == [])
        let all = try #require(try shown(contents, "BJ-01", measure: "trajectories"))
        #expect(all % 5 == 0)
        #expect(abs(all - 37) < 8)
        let forms = try #require(contents.tables["BJ-01"]?.first?.dimensions.first).codes
        let parts = try forms.filter { !["T", "Z", "V"].contains($0) }.map {
            try shown(contents, "BJ-01", ["form": $0], measure: "trajectories") ?? -1
        }
        #expect(parts.reduce(0, +) == all)
        let group = try shown(contents, "BJ-01", ["form": "Z"], measure: "trajectories")
        #expect(
            group
                == zip(
                    forms,
                    try forms.map {
                        try shown(contents, "BJ-01", ["form": $0], measure: "trajectories") ?? 0
                    }
                ).filter { ["01", "02", "03", "04"].contains($0.0) }.reduce(0) { $0 + $1.1 }
        )
        for geography in Geography.allCases {
            let table = try #require(contents.tables["BJ-01"]?.first)
            let sum = try table.regions.filter { $0.geography == geography }.reduce(Int64(0)) {
                $0 + (try shown(contents, "BJ-01", [:], $1, measure: "trajectories") ?? -1)
            }
            #expect(sum == all, "\(geography)")
        }
    }

    @Test func `tables that count the same print the same, and no mean stands in them`() throws {
        let (_, contents) = try publish("two.sqlite")
        for form in ["T", "03", "11"] {
            let one = try shown(contents, "BJ-05", ["form": form], measure: "ended")
            #expect(one != nil)
            #expect(one == (try shown(contents, "BJ-06", ["form": form], measure: "ended")))
        }
        #expect(
            try shown(contents, "BJ-02", measure: "youths")
                == shown(contents, "BJ-03", measure: "youths")
        )
        #expect(contents.tables["BJ-06"]?.first?.measures.map(\.name) == ["ended"])
        #expect(
            contents.tables["BJ-01"]?.first?.notice.en.hasPrefix("Protected by the cube") == true
        )
    }

    @Test func `the same store gives the same bytes again, and keeps one vintage`() throws {
        let (first, _) = try publish("three.sqlite")
        let (second, _) = try publish("four.sqlite")
        #expect(first.cube?.keptCount == 0)
        #expect(second.cube?.keptCount == second.cube?.leafCount)
        #expect(
            FileManager.default.contentsEqual(
                atPath: fixture.folder.path("three.sqlite"),
                andPath: fixture.folder.path("four.sqlite")
            )
        )
        let name = try #require(try fixture.store.keptParts().first).name
        #expect(try fixture.store.keptVintages(of: name) == 1)
    }

    @Test func `indicators that do not fit are left out and say why`() throws {
        let (outcome, contents) = try publish("five.sqlite")
        #expect(outcome.refused.contains(.limited(indicator: "BJ-09")))
        #expect(contents.tables["BJ-09"] == nil)
        #expect(contents.tables["BJ-05"] != nil)
    }

    @Test func `a year is refused beside its half-years`() throws {
        var request = ComputeStage.Request()
        request.periods = [.year(2019)]
        #expect(throws: ReleaseRefusal.years) {
            _ = try ComputeStage(
                definitions: fixture.definitions,
                store: fixture.store,
                profile: try #require(fixture.definitions.profiles["ijkpunt"]),
                workers: Workers(cores: 1)
            ).run(request, to: fixture.folder.path("o"), progress: { _ in })
        }
    }

    @Test func `what is computed is what is published`() throws {
        let (_, contents) = try publish("six.sqlite")
        var request = ComputeStage.Request()
        request.ids = ["BJ-05"]
        let outcome = try ComputeStage(
            definitions: fixture.definitions,
            store: fixture.store,
            profile: try #require(fixture.definitions.profiles["ijkpunt"]),
            workers: Workers(cores: 1)
        ).run(request, to: fixture.folder.path("c"), progress: { _ in })
        #expect(outcome.files.map(\.indicator) == ["BJ-05"])
        let text = try String(contentsOfFile: outcome.files[0].path, encoding: .utf8)
        let ended = try #require(try shown(contents, "BJ-05", measure: "ended"))
        #expect(text.contains("2019H1,nl,NL01,T,T,T,ended,\(ended),rounded\n"))
    }
}

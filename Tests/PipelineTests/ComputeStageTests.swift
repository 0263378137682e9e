import Columns
import Definitions
import Domain
import Foundation
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Computing tables into files")
struct ComputeStageTests {
    private func stage(_ fixture: ReceivingFixture) throws -> ComputeStage {
        ComputeStage(
            definitions: fixture.definitions,
            store: fixture.store,
            profile: try #require(fixture.definitions.profiles["cbs"]),
            workers: Workers(cores: 1)
        )
    }

    private func filled() throws -> ReceivingFixture {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([
            fixture.file(1, "2019H1", (1...12).map { "\($0) 02 20190101 - -" }),
            fixture.file(
                1,
                "2019H2",
                (1...9).map { "\($0) 02 20190101 20190801 01" } + ["10 03 20190901 - -"]
            ),
        ])
        return fixture
    }

    @Test func `a file for each indicator, and nothing half written beside them`() throws {
        let fixture = try filled()
        var request = ComputeStage.Request()
        request.isInternal = true
        let outcome = try stage(fixture).run(
            request,
            to: fixture.folder.path("out/below"),
            progress: { _ in }
        )
        let names = (1...9).map { "BJ-0\($0)" }
        #expect(outcome.files.map(\.indicator).filter { $0.hasPrefix("BJ") } == names)
        #expect(
            try fixture.folder.names(in: "out/below").filter { $0.hasPrefix("BJ") }
                == names.map { $0 + ".csv" }
        )
        let before = try fixture.folder.names(in: "out/below")
        let bytes = FileManager.default.contents(
            atPath: fixture.folder.path("out/below/BJ-02.csv")
        )
        _ = try stage(fixture).run(
            request,
            to: fixture.folder.path("out/below"),
            progress: { _ in }
        )
        #expect(try fixture.folder.names(in: "out/below") == before)
        #expect(
            FileManager.default.contents(atPath: fixture.folder.path("out/below/BJ-02.csv"))
                == bytes
        )
    }

    @Test func `lines are sorted by their bytes, years among half-years too`() throws {
        let fixture = try filled()
        var request = ComputeStage.Request()
        request.isInternal = true
        request.ids = ["BJ-01"]
        request.periods = ["2019H2", "2019", "2019H1"].compactMap { Period($0) }
        let outcome = try stage(fixture).run(
            request,
            to: fixture.folder.path("out"),
            progress: { _ in }
        )
        let text = try String(contentsOfFile: fixture.folder.path("out/BJ-01.csv"), encoding: .utf8)
        #expect(text.hasSuffix("\n"))
        let lines = text.split(separator: "\n").map(String.init)
        #expect(lines.first == "period,geography,region,form,referrer,age,sex,measure,value")
        let rows = Array(lines.dropFirst())
        #expect(outcome.files.map(\.cells) == [rows.count])
        #expect(rows == rows.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
        #expect(Set(rows).count == rows.count)
        #expect(Set(rows.map { $0.prefix { $0 != "," } }) == ["2019", "2019H1", "2019H2"])
    }

    @Test func `outside the wall only what is rounded and large enough is written`() throws {
        let fixture = try filled()
        var request = ComputeStage.Request()
        request.ids = ["BJ-02"]
        _ = try stage(fixture).run(request, to: fixture.folder.path("out"), progress: { _ in })
        let text = try String(contentsOfFile: fixture.folder.path("out/BJ-02.csv"), encoding: .utf8)
        var statuses: Set<String> = []
        for line in text.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
                .map(String.init)
            let value = fields[fields.count - 2]
            statuses.insert(fields[fields.count - 1])
            if fields.last == "rounded" {
                #expect(Int(value).map { $0 >= 10 && $0 % 5 == 0 } == true, "\(line)")
            } else {
                #expect(value.isEmpty, "\(line)")
            }
        }
        #expect(statuses == ["rounded", "suppressed"])
        #expect(text.contains("2019H1,nl,NL01,T,T,T,youths,10,rounded\n"))
    }

    @Test func `a switch that is off changes a figure`() throws {
        let fixture = try ReceivingFixture()
        _ = try fixture.receive([
            fixture.file(1, "2019H1", ["1 02 20190101 20190301 01", "1 02 20190201 20190401 01"])
        ])
        _ = try fixture.receive([fixture.file(1, "2019H1", ["1 02 20190101 20190301 01"])])
        func ended(_ off: Set<String>) throws -> Bool {
            var request = ComputeStage.Request()
            request.isInternal = true
            request.ids = ["BJ-05"]
            request.switchedOff = off
            _ = try stage(fixture).run(request, to: fixture.folder.path("o"), progress: { _ in })
            return try String(contentsOfFile: fixture.folder.path("o/BJ-05.csv"), encoding: .utf8)
                .contains("2019H1,nl,NL01,T,T,T,ended,2\n")
        }
        #expect(try !ended([]))
        #expect(try !ended(["vintages"]))
        #expect(try !ended(["merging"]))
        #expect(try ended(["merging", "vintages"]))
    }
}

import Foundation
import Testing

/// The whole monitor, as a person runs it.
@Suite("The monitor from end to end")
struct MonitorTests {
    let scratch = Scratch()

    private func country(_ arguments: [String]) throws {
        let run = try ProgramRun(["generate", "--quiet", "--out", scratch.path("d")] + arguments)
        try #require(run.code == 0, "\(run.talk)")
    }

    private func receive(_ cores: Int, _ store: String) throws -> String {
        let run = try ProgramRun([
            "receive", "--quiet", "@" + scratch.path("d/order.txt"), "--received", "2026-11-23",
            "--store", scratch.path(store), "--key", scratch.path("k"), "--cores", "\(cores)",
        ])
        try #require(run.code <= 1, "\(run.talk)")
        return run.output
    }

    private func compute(
        _ store: String,
        to out: String,
        _ arguments: [String]
    ) throws -> [String: Data] {
        let run = try ProgramRun(
            [
                "compute", "--quiet", "--internal", "--store", scratch.path(store), "--key",
                scratch.path("k"), "--out", scratch.path(out),
            ] + arguments
        )
        try #require(run.code == 0, "\(run.talk)")
        return try contents(of: out)
    }

    private func contents(of folder: String) throws -> [String: Data] {
        let place = scratch.folder.appending(path: folder)
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: place.path) {
            found[name] = try Data(contentsOf: place.appending(path: name))
        }
        return found
    }

    @Test func `one core and two give the same receipts, findings, tables and database`() throws {
        try country([
            "--children", "4000", "--from", "2017H2", "--to", "2019H1", "--faults", "0.05",
        ])
        // The first run makes the key that the second uses.
        let first = try receive(1, "one.sqlite")
        let second = try receive(2, "two.sqlite")
        let marks = try Regex("kenmerk [0-9a-f]+")
        #expect(first.replacing(marks, with: "") == second.replacing(marks, with: ""))
        let one = try compute("one.sqlite", to: "o1", ["--cores", "1"])
        let two = try compute("two.sqlite", to: "o2", ["--cores", "2"])
        #expect(one.count == 12)
        #expect(one == two)
        // The hashes of deliveries are those of a store, so the second release is of its copy.
        let copied = try ProgramRun([
            "backup", "--quiet", "--store", scratch.path("one.sqlite"), "--key", scratch.path("k"),
            "--to", scratch.path("copy.sqlite"),
        ])
        #expect(copied.code == 0, "\(copied.talk)")
        for (store, cores) in [("one", "1"), ("copy", "2")] {
            let run = try ProgramRun([
                "publish", "--quiet", "--store", scratch.path(store + ".sqlite"), "--key",
                scratch.path("k"), "--published", scratch.path(store + ".published"), "--fictive",
                "--day", "2026-11-23", "--cores", cores,
            ])
            #expect(run.code == 0, "\(run.talk)")
        }
        #expect(
            FileManager.default.contentsEqual(
                atPath: scratch.path("one.published"),
                andPath: scratch.path("copy.published")
            )
        )
        let list = try String(contentsOfFile: scratch.path("d/order.txt"), encoding: .utf8)
        let paths = list.split(separator: "\n").prefix(12).map { scratch.path("d/\($0)") }
        let checks = try ["1", "2"].map {
            try ProgramRun(["check", "--format", "json", "--cores", $0] + paths).output
        }
        #expect(checks[0] == checks[1])
        #expect(checks[0].contains("\"code\" : \"INT-"))
    }

    @Test func `receiving the same again changes nothing`() throws {
        try country(["--children", "1500", "--from", "2018H2", "--to", "2019H1"])
        _ = try receive(2, "s.sqlite")
        let before = try compute("s.sqlite", to: "before", [])
        let again = try receive(2, "s.sqlite")
        #expect(again.contains("er komt geen nieuwe versie"))
        #expect(try compute("s.sqlite", to: "after", []) == before)
    }

    @Test func `no number of a thousand is found in store, output or memory`() throws {
        try country([
            "--children", "16000", "--from", "2018H2", "--to", "2019H1", "--faults", "0.05",
        ])
        let script = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "canaries.py").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", script, ProgramRun.built.appending(path: "ijkpunt").path,
            scratch.folder.path,
        ]
        let pipe = Pipe()
        process.standardOutput = pipe
        try process.run()
        let said = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        #expect(process.terminationStatus == 0, "\(said)")
        #expect(said.contains("canaries: 1000"))
        #expect(said.hasSuffix("found: 0\n"))
    }
}

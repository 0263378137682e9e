import Foundation
import FoundationNetworking
import Testing

/// The form as a process of its own: killed in mid-typing, cut off, on two laptops.
@Suite("The form, killed and cut off")
struct EntryKillTests {
    let scratch = Scratch()

    private func store(_ name: String) -> [String] {
        [
            "--store", scratch.path("\(name).sqlite"), "--key", scratch.path("\(name).key"),
            "--language", "en",
        ]
    }

    private func study(_ step: String, in name: String, _ arguments: String...) throws -> ProgramRun
    {
        let run = try ProgramRun(["study", step, "kort"] + arguments + store(name))
        if run.code != 0 { Issue.record("\(step): \(run.talk)") }
        return run
    }

    private static let question = """
        id: kort
        title: {nl: Proef, en: Trial}
        source: jeugdhulp
        period: 2019H1
        instrument: casefile
        organisations: {number: 2, method: srs}
        files: {number: 12, strata: none, division: proportional, least: 2}
        double-coding: 0.5
        agreement-limit: 0.67
        expected: {response: 0.9, proportion: 0.5, correlation: 0.03, difference: 0.2}
        domains:
          - {id: T, title: {nl: Alle dossiers, en: All files}, margin: 0.2}
        estimates:
          - {id: plan, title: {nl: Plan, en: Plan}, item: safety-plan-present, kind: share, codes: ["yes"]}
        """

    /// A study with consent, packed for two laptops; the codes of its files.
    private func packed() throws -> [String] {
        var rows: [String: String] = [:]
        for number in 1...24 {
            let holder = "0090000\(1 + number % 3)"
            rows[holder, default: ""] +=
                "\(holder);2019H1;\(EntryKillTests.numbers[number - 1]);20080315;V;GM0363;02;02;"
                + "20190201;;\n"
        }
        let header =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
            + "datum_aanvang;datum_einde;reden_beeindiging\n"
        var files: [String] = []
        for (holder, text) in rows.sorted(by: { $0.key < $1.key }) {
            files.append(try scratch.write(header + text, to: "jeugdhulp/\(holder).csv"))
        }
        let received = try ProgramRun(["receive"] + files + store("home"))
        #expect(received.code == 0, "\(received.talk)")
        let question = try scratch.write(EntryKillTests.question, to: "question.yaml")
        let design = try ProgramRun(["study", "design", question] + store("home"))
        #expect(design.code == 0, "\(design.talk)")
        _ = try study("draw", in: "home", "--seed", "2026-0106")
        let files2 = try study("fictive", in: "home", "--out", scratch.path("field"))
        #expect(files2.code == 0)
        let asked = try String(
            contentsOf: URL(filePath: scratch.path("field/consent.csv")),
            encoding: .utf8
        )
        let codes = asked.split(separator: "\n").dropFirst().map { String($0.prefix { $0 != "," }) }
        let consent = try scratch.write(
            "file,age_band,outcome\n" + codes.map { "\($0),under-12,given\n" }.joined(),
            to: "consent.csv"
        )
        _ = try study("consent", in: "home", "--input", consent)
        for device in ["L1", "L2"] {
            _ = try study(
                "pack",
                in: "home",
                "--device",
                device,
                "--to",
                scratch.path("\(device).sqlite"),
                "--to-key",
                scratch.path("\(device).key")
            )
        }
        #expect(try ProgramRun(["key", "new", scratch.path("sync.key")]).code == 0)
        return codes
    }

    /// Numbers that begin with 99999 and pass the elfproef.
    private static let numbers: [String] = (999_990_001...999_999_999).lazy.filter { number in
        let digits = String(number).compactMap(\.wholeNumberValue)
        return zip(digits, [9, 8, 7, 6, 5, 4, 3, 2, -1]).reduce(0) { $0 + $1.0 * $1.1 } % 11 == 0
    }.prefix(24).map(String.init)

    /// A running form.
    private final class Form {
        let process = Process()
        let address: String

        init(_ arguments: [String], _ scratch: Scratch) throws {
            process.executableURL = ProgramRun.built.appending(path: "ijkpunt")
            process.arguments = arguments
            let out = scratch.path("form-\(UUID()).txt")
            _ = FileManager.default.createFile(atPath: out, contents: nil)
            process.standardOutput = FileHandle(forWritingAtPath: out)
            try process.run()
            var found = ""
            for _ in 0..<600 where !found.hasSuffix("\n") {
                Thread.sleep(forTimeInterval: 0.05)
                found = (try? String(contentsOfFile: out, encoding: .utf8)) ?? ""
            }
            address = String(found.dropLast())
        }

        func kill() {
            Foundation.kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
        }
    }

    private func form(_ device: String) throws -> Form {
        try Form(["study", "enter", "kort", "--port", "0"] + store(device), scratch)
    }

    /// Posts an answer; whether the form said that it was kept.
    private static func post(_ address: String, _ file: String, _ place: Int, _ entry: String) async
        -> Bool
    {
        guard let url = URL(string: address + "lezing/A1/\(file)/first/dimensions") else {
            return false
        }
        var request = URLRequest(url: url, timeoutInterval: 5)
        request.httpMethod = "POST"
        request.httpBody = Data(
            "items=frequency&frequency=place&frequency.place=\(place)&entry=\(entry)&quiet=yes".utf8
        )
        let session = URLSession(configuration: .ephemeral)
        let answer = try? await session.data(for: request)
        return (answer?.1 as? HTTPURLResponse)?.statusCode == 204
    }

    private func records(_ device: String) throws -> String {
        try study(
            "sync",
            in: device,
            "--sync-key",
            scratch.path("sync.key"),
            "--out",
            scratch.path("\(device).sealed")
        ).talk
    }

    @Test func `killed in mid-typing and cut off, nothing is lost and nothing doubled`()
        async throws
    {
        let file = try #require(try packed().first)
        var sent = 0
        for round in 0..<3 {
            let form = try form("L1")
            #expect(form.address.hasPrefix("http://127.0.0.1:"))
            // The connection is cut half-way through a post: nothing of it is kept.
            let port = form.address.split(separator: ":")[2].prefix { $0 != "/" }
            let place = form.address.drop { $0 != "/" }.dropFirst(2).drop { $0 != "/" }
            let cut = Process()
            cut.executableURL = URL(filePath: "/bin/bash")
            cut.arguments = [
                "-c",
                "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'POST \(place)lezing/A1/\(file)/first/"
                    + "dimensions HTTP/1.1\\r\\nHost: 127.0.0.1:\(port)\\r\\nContent-Length: 90\\r\\n"
                    + "\\r\\nitems=frequency&frequency=pla' >&3; exec 3>&-",
            ]
            try cut.run()
            cut.waitUntilExit()
            // Typed on while the process is killed: some posts are in the air.
            let address = form.address
            async let typed = withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<12 {
                    group.addTask {
                        try? await Task.sleep(for: .milliseconds(number * 30))
                        let entry = "r\(round)-\(number)"
                        let place = round * 12 + number
                        return (
                            number, await EntryKillTests.post(address, file, place, entry)
                        )
                    }
                }
                return await group.reduce(into: [Int: Bool]()) { $0[$1.0] = $1.1 }
            }
            try await Task.sleep(for: .milliseconds(150 + round * 60))
            form.kill()
            let kept = await typed
            // What was not acknowledged is sent again, as the page does, and all of it once more.
            let again = try self.form("L1")
            for number in 0..<12 {
                let isKept = await EntryKillTests.post(
                    again.address,
                    file,
                    round * 12 + number,
                    "r\(round)-\(number)"
                )
                #expect(isKept)
            }
            #expect(kept.count == 12)
            again.kill()
            sent += 12
            #expect(
                try records("L1") == "\(scratch.path("L1.sealed")): \(sent) records sealed.\n"
            )
        }
    }

    @Test func `the same file on two laptops: nothing lost, nothing doubled, the conflict shown`()
        async throws
    {
        let file = try #require(try packed().first)
        for (device, place) in [("L1", 20), ("L2", 80)] {
            let form = try form(device)
            #expect(await EntryKillTests.post(form.address, file, place, "a"))
            form.kill()
            _ = try records(device)
        }
        for _ in 0..<2 {
            let home = try study(
                "sync",
                in: "home",
                "--sync-key",
                scratch.path("sync.key"),
                "--input",
                scratch.path("L1.sealed"),
                scratch.path("L2.sealed"),
                "--out",
                scratch.path("home.sealed")
            )
            #expect(
                home.output == "file,coder,round,item,devices\n\(file),A1,first,frequency,L1 L2\n"
            )
            #expect(home.talk.hasSuffix("home.sealed: 2 records sealed.\n"))
        }
        let gathered = try study("gather", in: "home")
        #expect(
            gathered.talk == "0 readings taken in; 1 not finished or in conflict, 1 conflicts.\n"
        )
        // Whoever does not hold the key of the parcels opens none.
        #expect(try ProgramRun(["key", "new", scratch.path("other.key")]).code == 0)
        let foreign = try ProgramRun(
            [
                "study", "sync", "kort", "--sync-key", scratch.path("other.key"), "--input",
                scratch.path("L1.sealed"),
            ] + store("home")
        )
        #expect(foreign.code == 3)
    }
}

import Foundation
import Testing

/// From submission to bundle, as the people who do it run it.
@Suite("Two-person release")
struct ReleaseTests {
    let scratch = Scratch()

    private func store() -> [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
    }

    private func received(_ rows: Int = 40) throws {
        var text =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
            + "datum_aanvang;datum_einde;reden_beeindiging\n"
        for (row, number) in numbers(rows).enumerated() {
            text +=
                "00900001;2019H1;\(number);20080315;V;GM0363;02;0\(row % 4 + 1);20190201;;\n"
        }
        let path = try scratch.write(text, to: "jeugdhulp/a\(rows).csv")
        let run = try ProgramRun(["receive", path] + store())
        try #require(run.code == 0, "\(run.output) \(run.talk)")
    }

    /// Numbers that nobody has: they begin with 99999 and pass the test of eleven.
    private func numbers(_ count: Int) -> [String] {
        var found: [String] = []
        var number = 999_990_000
        while found.count < count {
            number += 1
            let digits = String(number).compactMap(\.wholeNumberValue)
            let sum = (0..<8).reduce(0) { $0 + digits[$1] * (9 - $1) } - digits[8]
            if sum % 11 == 0 { found.append(String(number)) }
        }
        return found
    }

    private func form() throws -> String {
        try scratch.write(
            """
            purpose: Jaarbericht van de regio
            population: Jeugdigen met hulp in 2019H1
            unweighted-n: 40
            why-safe: Alle cellen zijn door de kubus afgerond.
            """,
            to: "formulier.yaml"
        )
    }

    private func release(_ arguments: String..., by: String) throws -> ProgramRun {
        try ProgramRun(["release"] + arguments + store() + ["--by", by])
    }

    private func publish() throws -> ProgramRun {
        try ProgramRun(
            ["publish", "--quiet", "--published", scratch.path("p.sqlite"), "--day", "2026-11-25"]
                + store()
        )
    }

    private func released() throws {
        try received()
        let submitted = try release("submit", "--quiet", "--context", form(), by: "Anna")
        try #require(submitted.code == 0, "\(submitted.talk)")
        for (name, reason) in [("Bram", "Goed."), ("Chris", "Eens.")] {
            let vote = try release("vote", "1", "--approve", "--reason", reason, by: name)
            try #require(vote.code == 0, "\(vote.talk)")
        }
        #expect(try release("release", "1", by: "Anna").code == 0)
    }

    @Test func `real figures are published after two checkers released exactly these`() throws {
        try received()
        let early = try publish()
        #expect(early.code == 1)
        #expect(early.talk.hasPrefix("NIET UITGEBRACHT") || early.talk.contains("GEWEIGERD"))
        #expect(
            early.talk.contains(
                "tabellen zijn niet vrijgegeven door twee toetsers. Dien ze in met ijkpunt "
                    + "release submit; zijn de leveringen sindsdien veranderd, dien dan opnieuw in. "
                    + "Fictieve leveringen gaan met --fictive.\n"
            )
        )
        #expect(!FileManager.default.fileExists(atPath: scratch.path("p.sqlite")))
        let submitted = try release(
            "submit",
            "--quiet",
            "--context",
            form(),
            "--draft",
            scratch.path("ontwerp.sqlite"),
            by: "Anna"
        )
        #expect(submitted.code == 0, "\(submitted.talk)")
        #expect(submitted.output.hasPrefix("Verzoek 1 ligt bij de toetsers: "))
        #expect(FileManager.default.fileExists(atPath: scratch.path("ontwerp.sqlite")))
        let own = try release("vote", "1", "--approve", "--reason", "Ja.", by: "anna")
        #expect(own.code == 1)
        #expect(
            own.talk
                == "GEWEIGERD: wie verzoek 1 indiende, kan er niet over stemmen. "
                + "Vraag twee anderen.\n"
        )
        let first = try release("vote", "1", "--approve", "--reason", "Geheim.", by: "Bram")
        #expect(
            first.output == "Uw stem over verzoek 1 is verzegeld: 1 van 2. Niemand kan hem lezen "
                + "tot de andere er ook is.\n"
        )
        for arguments in [["status", "1"], ["status", "--json"], ["context", "1"]] {
            let seen = try ProgramRun(["release"] + arguments + store())
            #expect(seen.code == 0)
            #expect(!seen.output.contains("Geheim"))
            #expect(!seen.output.contains("approves"))
        }
        let log = try ProgramRun(["audit", "show", "--json"] + store())
        #expect(!log.output.contains("Geheim"))
        #expect(try publish().code == 1)
        _ = try release("vote", "1", "--approve", "--reason", "Eens.", by: "Chris")
        let status = try ProgramRun(["release", "status", "1", "--json"] + store())
        #expect(status.output.contains("\"state\":\"approved\""))
        #expect(status.output.contains("Geheim."))
        #expect(try publish().code == 1)
        #expect(try release("release", "1", by: "Anna").code == 0)
        let done = try publish()
        #expect(done.code == 0, "\(done.talk)")
        #expect(FileManager.default.fileExists(atPath: scratch.path("p.sqlite")))
        // Another delivery makes other figures, which nobody has released.
        try received(77)
        #expect(try publish().code == 1)
        let audit = try ProgramRun(["audit", "verify"] + store())
        #expect(audit.code == 0)
    }

    @Test func `what is wrong by itself never reaches a checker`() throws {
        try received()
        let bare = try release("submit", "--quiet", by: "Anna")
        #expect(bare.code == 1)
        #expect(
            bare.talk
                == ["purpose", "population", "unweighted-n", "why-safe"].map {
                    "GEWEIGERD: onderdeel \($0) van het formulier is niet beantwoord. Vul het in; "
                        + "ijkpunt release context geeft het lege formulier.\n"
                }.joined()
                + "Niets ingediend: 4 fouten die een toetser niet hoeft te zien. Verbeter ze en "
                + "dien opnieuw in.\n"
        )
        let leaky = try release(
            "submit",
            "--quiet",
            "--context",
            form(),
            "--profile",
            "cbs",
            by: "Anna"
        )
        #expect(leaky.code == 1)
        #expect(
            leaky.talk.contains(
                "is beveiligd met profiel cbs, dat cellen door hun totalen prijsgeeft. "
                    + "Gebruik profiel ijkpunt.\n"
            )
        )
        let picture = try scratch.write("PNG", to: "kaart.png")
        let wrong = try release("submit", picture, "--context", form(), by: "Anna")
        #expect(
            wrong.talk.hasPrefix(
                "GEWEIGERD: \(picture) is geen tabel. Verwacht wordt CSV in UTF-8 met de kolommen "
                    + "value en status, zoals ijkpunt protect schrijft.\n"
            )
        )
        let counts = try scratch.write(
            "regio,value,status\nA,3,published\n",
            to: "tabel.csv"
        )
        let open = try release("submit", counts, "--context", form(), by: "Anna")
        #expect(
            open.talk.hasPrefix(
                "GEWEIGERD: bij \(counts) ontbreekt het bewijs van beveiliging. Geef met --evidence "
                    + "het bestand dat ijkpunt protect bij deze tabel schreef.\n"
            )
        )
        let status = try ProgramRun(["release", "status"] + store())
        #expect(status.output.isEmpty)
        let empty = try ProgramRun(["release", "context"])
        #expect(empty.output.contains("why-safe: \"\""))
    }

    @Test func `tables of a user go through the room with their evidence`() throws {
        try received()
        let table = try scratch.write(
            "regio,leeftijd,value\nA,jong,12\nA,oud,31\nB,jong,7\nB,oud,44\nA,T,43\nB,T,51\n"
                + "T,jong,19\nT,oud,75\nT,T,94\n",
            to: "tabel.csv"
        )
        let hierarchy = try scratch.write(
            """
            {"dimensions": {"regio": {"total": "T", "hierarchies": [{"T": ["A", "B"]}]},
              "leeftijd": {"total": "T", "hierarchies": [{"T": ["jong", "oud"]}]}}}
            """,
            to: "indeling.json"
        )
        let protected = scratch.path("uit.csv")
        let evidence = scratch.path("bewijs.json")
        let made = try ProgramRun([
            "protect", "--input", table, "--hierarchy", hierarchy, "--output", protected,
            "--evidence", evidence, "--key", scratch.path("k"),
        ])
        try #require(made.code == 0, "\(made.talk)")
        let arguments = ["--evidence", evidence, "--context", try form()]
        let submitted = try ProgramRun(
            ["release", "submit", protected] + arguments + store() + ["--by", "Anna"]
        )
        try #require(submitted.code == 0, "\(submitted.talk)")
        for name in ["Bram", "Chris"] {
            _ = try release("vote", "1", "--approve", "--reason", "Goed.", by: name)
        }
        let out = scratch.path("vrij")
        #expect(try release("release", "1", "--out", out, by: "Anna").code == 0)
        #expect(
            FileManager.default.contentsEqual(atPath: out + "/uit.csv", andPath: protected)
        )
        // One figure changed after it was protected.
        let text = try String(contentsOfFile: protected, encoding: .utf8)
        try Data(text.replacing("rounded", with: "published").utf8)
            .write(to: URL(filePath: protected))
        let changed = try ProgramRun(
            ["release", "submit", protected] + arguments + store() + ["--by", "Anna"]
        )
        #expect(changed.code == 1)
        #expect(changed.talk.contains("is niet de tabel uit het bewijs"))
    }

    @Test func `a bundle is verified elsewhere, and every change in it is named`() throws {
        try released()
        #expect(try publish().code == 0)
        let archive = scratch.path("uitgave.tar")
        let bundle = try ProgramRun(
            ["release", "bundle", "--published", scratch.path("p.sqlite"), "--out", archive]
                + store()
        )
        try #require(bundle.code == 0, "\(bundle.talk)")
        let key = bundle.output.trimmingCharacters(in: .whitespacesAndNewlines)
        #expect(key.count == 64)
        func verify(_ path: String, _ key: String) throws -> ProgramRun {
            try ProgramRun(["release", "verify", path, "--public-key", key])
        }
        let sound = try verify(archive, key)
        #expect(sound.code == 0)
        #expect(sound.output.hasPrefix("\(archive): geheel. "))
        #expect(sound.output.hasSuffix("is ondertekend; vrijgegeven als verzoek 1.\n"))
        // What others wrote reads it too.
        let list = Process()
        list.executableURL = URL(filePath: "/usr/bin/env")
        list.arguments = ["tar", "-tf", archive]
        let pipe = Pipe()
        list.standardOutput = pipe
        try list.run()
        let names = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        list.waitUntilExit()
        #expect(list.terminationStatus == 0)
        #expect(names.hasPrefix("manifest.json\nmanifest.sig\ndefinitions/"))
        #expect(names.contains("\nevidence/figures.json\nevidence/trace.json\nledger.csv\ntables/"))
        // One byte of a table.
        var bytes = try Data(contentsOf: URL(filePath: archive))
        let mark = try #require(bytes.range(of: Data("2019H1,nl,NL01".utf8)))
        bytes[mark.lowerBound] = UInt8(ascii: "3")
        let changed = scratch.path("veranderd.tar")
        try bytes.write(to: URL(filePath: changed))
        let found = try verify(changed, key)
        #expect(found.code == 1)
        #expect(found.output.hasPrefix("\(changed): tables/"))
        #expect(
            found.output.hasSuffix(
                "is veranderd sinds het is ondertekend. Haal de bundel opnieuw op.\n"
            )
        )
        // Another key.
        let other = String(repeating: "ab", count: 32)
        let strange = try verify(archive, other)
        #expect(strange.code == 1)
        #expect(
            strange.output == "\(archive): is ondertekend met een andere sleutel (\(key)). Vraag "
                + "wie de bundel uitgaf welke sleutel de zijne is.\n"
        )
        #expect(try verify(archive, "abc").code == 2)
        // From a cell back to the delivery it was counted from.
        let trace = try ProgramRun([
            "published", "trace", "BJ-01", "--period", "2019H1", "--code", "form=02", "--measure",
            "trajectories", "--published", scratch.path("p.sqlite"), "--json",
        ])
        #expect(trace.code == 0, "\(trace.talk)")
        #expect(trace.output.contains("\"name\":\"indicators/BJ-01.yaml\""))
        #expect(trace.output.contains("\"name\":\"jeugdhulp 2019H1 v1\""))
        #expect(trace.output.contains("\"part\":\"submission\""))
        #expect(!trace.output.contains("00900001"))
        let nowhere = try ProgramRun([
            "published", "trace", "BJ-01", "--period", "2019H1", "--region", "GM9999",
            "--published", scratch.path("p.sqlite"),
        ])
        #expect(nowhere.code == 3)
        #expect(
            nowhere.talk == "BJ-01 2019H1 GM9999: die cel staat niet in de gepubliceerde database. "
                + "Kies een tabel, regio, codes en maat die er wel in staan.\n"
        )
    }
}

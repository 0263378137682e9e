import Foundation
import Testing

/// Keys, two-step pseudonyms, permits, the log and erasure as people run them.
@Suite("Privacy commands")
struct PrivacyCommandTests {
    let scratch = Scratch()
    let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging\n"
    let row = "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"

    private func run(_ arguments: String...) throws -> ProgramRun { try ProgramRun(arguments) }

    private func store() -> [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
    }

    private func received() throws {
        let path = try scratch.write(header + row, to: "jeugdhulp/a.csv")
        #expect(try ProgramRun(["receive", path] + store()).code == 0)
    }

    @Test func `a file with sender pseudonyms is received and its number stands nowhere`() throws {
        let key = scratch.path("zender.key")
        #expect(try run("key", "new", key).code == 0)
        let again = try run("key", "new", key)
        #expect(again.code == 5)
        #expect(
            again.talk.contains(
                "Sleutel \(key): bestaat al en wordt nooit overschreven. Kies een andere plaats; "
                    + "er is niets veranderd."
            )
        )
        let path = try scratch.write(header + row, to: "jeugdhulp/a.csv")
        let out = scratch.path("uit")
        let turned = try run("pseudonymise", path, "--out", out, "--sender-key", key)
        #expect(turned.code == 0)
        #expect(turned.output.contains("1 rijen, 1 personen; sleutel "))
        let result = out + "/jeugdhulp/a.csv"
        let text = try String(contentsOfFile: result, encoding: .utf8)
        #expect(!text.contains("999990007"))
        let taken = try ProgramRun(["receive", result] + store())
        #expect(taken.code == 0)
        #expect(taken.output.contains("opgenomen als levering 1, versie 1; 1 records"))
        let bare = try ProgramRun(["receive", path] + store())
        #expect(bare.code == 1)
        #expect(bare.output.contains("bevat burgerservicenummers, maar in domein jeugdhulp"))
        let twice = try run("pseudonymise", result, "--out", out, "--sender-key", key)
        #expect(twice.code == 1)
        #expect(twice.output.contains("bevat al zenderpseudoniemen van sleutel "))
    }

    @Test func `the oblivious service takes the place of the key, and another one is refused`()
        throws
    {
        let key = scratch.path("dienst.key")
        #expect(try run("key", "new", key).code == 0)
        let shown = try run("oprf", "public", "--key", key)
        #expect(shown.code == 0)
        let publicKey = shown.output.trimmingCharacters(in: .whitespacesAndNewlines)
        let program = ProgramRun.built.appending(path: "ijkpunt").path
        let path = try scratch.write(header + row, to: "jeugdhulp/a.csv")
        let out = scratch.path("uit")
        let service = "\(program) oprf serve --key \(key)"
        let turned = try run(
            "pseudonymise",
            path,
            "--out",
            out,
            "--service",
            service,
            "--service-key",
            publicKey
        )
        #expect(turned.code == 0, "\(turned.talk)")
        let other = scratch.path("ander.key")
        #expect(try run("key", "new", other).code == 0)
        let wrong = try run(
            "pseudonymise",
            path,
            "--out",
            scratch.path("uit2"),
            "--service",
            "\(program) oprf serve --key \(other)",
            "--service-key",
            publicKey
        )
        #expect(wrong.code == 5)
        #expect(wrong.talk.contains("gebruikte een andere sleutel dan die van --service-key"))
        let silent = try run(
            "pseudonymise",
            path,
            "--out",
            scratch.path("uit3"),
            "--service",
            "true",
            "--service-key",
            publicKey
        )
        #expect(silent.code == 3)
        #expect(silent.talk.contains("De pseudoniemdienst antwoordde niet verder."))
    }

    @Test func `a key that was cut short is refused with the digits it has`() throws {
        try received()
        let path = try scratch.write(String(repeating: "a", count: 60), to: "kort")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let run = try run("deliveries", "--store", scratch.path("s.sqlite"), "--key", path)
        #expect(run.code == 5)
        #expect(
            run.talk.contains(
                "Sleutel \(path): afgebroken; er staan 60 hexadecimale tekens, verwacht zijn er 64. "
                    + "Zet een kopie van de sleutel terug."
            )
        )
    }

    @Test func `a key may come through a file descriptor or the environment`() throws {
        try received()
        let list = ["deliveries", "--store", scratch.path("s.sqlite"), "--key"]
        let key = scratch.path("k")
        let descriptor = try ProgramRun(list + ["fd:3"], after: "exec 3<\(key)")
        #expect(descriptor.code == 0)
        #expect(descriptor.output.contains("00900001"))
        let environment = try ProgramRun(
            list + ["env:SLEUTEL"],
            after: "export SLEUTEL=$(cat \(key))"
        )
        #expect(environment.code == 0)
        let none = try ProgramRun(list + ["env:SLEUTEL_ELDERS"])
        #expect(none.code == 5)
        #expect(none.talk.contains("Sleutel env:SLEUTEL_ELDERS: bestaat niet."))
    }

    @Test func `a rotated store opens with the new key only`() throws {
        try received()
        let new = scratch.path("k2")
        #expect(try ProgramRun(["key", "rotate", "--new", new] + store()).code == 0)
        let old = try ProgramRun(["deliveries"] + store())
        #expect(old.code == 5)
        #expect(old.talk.contains("Dit is niet de sleutel van deze winkel."))
        let now = ["--store", scratch.path("s.sqlite"), "--key", new]
        #expect(try ProgramRun(["verify"] + now).code == 0)
        #expect(try ProgramRun(["audit", "verify"] + now).code == 0)
    }

    @Test func `the log shows who did what, and a changed line is named`() throws {
        try received()
        #expect(
            try ProgramRun(
                ["compute", "BJ-01", "--internal", "--out", scratch.path("t")] + store()
            ).code == 0
        )
        let shown = try ProgramRun(["audit", "show", "--kind", "view"] + store())
        #expect(shown.output.contains(" analyst "))
        #expect(shown.output.contains("view indicators=BJ-01 periods=2019H1"))
        let sound = try ProgramRun(["audit", "verify"] + store())
        #expect(sound.code == 0)
        #expect(sound.output.contains("Logboek in orde: 2 regels, 2 ijkmomenten."))
        #expect(
            try ProgramRun(["audit", "export", "--out", scratch.path("log")] + store()).code == 0
        )
        let script =
            "import sqlite3,sys;c=sqlite3.connect(sys.argv[1]);"
            + "c.execute(\"DELETE FROM audit WHERE number=2\");"
            + "c.execute(\"DELETE FROM checkpoint WHERE number=2\");c.commit()"
        let alter = Process()
        alter.executableURL = URL(filePath: "/usr/bin/env")
        alter.arguments = ["python3", "-c", script, scratch.path("s.sqlite")]
        try alter.run()
        alter.waitUntilExit()
        #expect(alter.terminationStatus == 0)
        #expect(try ProgramRun(["audit", "verify"] + store()).code == 0)
        let against = try ProgramRun(
            ["audit", "verify", "--checkpoint", scratch.path("log/checkpoint.txt")] + store()
        )
        #expect(against.code == 4)
        #expect(
            against.output.contains("Na regel 1: afgebroken; volgens een ijkmoment waren er 2.")
        )
    }

    @Test func `the rejected item is refused with its own reason`() throws {
        try received()
        let text = """
            kind: field
            purpose: "x"
            legal-ground: "x"
            elements: [jeugdhulp.aanleiding_jeugdhulp]
            sources: [jeugdhulp]
            from: 2019H1
            until: 2024H2
            retention-years: 5
            expires: "2027-12-31"
            effectiveness: "x"
            proportionality: "x"
            subsidiarity: "x"
            stigma: "x"
            access-to-help: "x"
            right-of-inspection: "x"
            alternatives: []

            """
        let path = try scratch.write(text, to: "aanvraag.yaml")
        let run = try ProgramRun(["permit", "request", path, "--by", "Anna"] + store())
        #expect(run.code == 5)
        #expect(
            run.talk.contains(
                "Geweigerd: jeugdhulp.aanleiding_jeugdhulp is het onderwerp „Kindermishandeling als "
                    + "aanleiding, geregistreerd bij de start van jeugdhulp”. Kindermishandeling of "
                    + "seksueel geweld is zelden tot nooit de directe aanleiding voor jeugdhulp"
            ),
            "\(run.talk)"
        )
        #expect(run.talk.contains("§4.2"))
        let log = try ProgramRun(["audit", "show", "--kind", "refusal"] + store())
        #expect(log.output.contains("code=rejected-reason-at-start"))
    }

    @Test func `an erased project opens no more, and asks to be named`() throws {
        try received()
        let wrong = try ProgramRun(["key", "destroy", "--confirm", "x"] + store())
        #expect(wrong.code == 2)
        #expect(wrong.talk.contains("--confirm x: expected s.sqlite."))
        #expect(try ProgramRun(["key", "destroy", "--confirm", "s.sqlite"] + store()).code == 0)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("k")))
        #expect(try ProgramRun(["deliveries"] + store()).code == 5)
    }

    @Test func `retention says what is due and erases nothing when asked only to say`() throws {
        try received()
        let run = try ProgramRun(["retention", "apply", "--dry-run"] + store())
        #expect(run.code == 0)
        #expect(run.talk.contains("Te wissen: 0 leveringen met 0 records. Er is niets gewist."))
    }
}

import Foundation
import Testing

/// What a person is told when something is wrong: what, where, and what to do.
@Suite("Bad input")
struct BadInputTests {
    let scratch = Scratch()
    let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging\n"
    let row = "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"

    private func receive(_ paths: [String], after shell: String? = nil) throws -> ProgramRun {
        try ProgramRun(
            ["receive", "--store", scratch.path("s.sqlite"), "--key", scratch.path("k")] + paths,
            after: shell
        )
    }

    private func check(_ paths: [String]) throws -> ProgramRun {
        try ProgramRun(["check", "--format", "json"] + paths)
    }

    @Test func `a folder instead of a file is named, and the other files go on`() throws {
        let good = try scratch.write(header + row, to: "jeugdhulp/good.csv")
        let folder = scratch.path("jeugdhulp")
        let run = try receive([folder, good, "--source", "jeugdhulp"])
        #expect(run.code == 3)
        #expect(
            run.talk.contains(
                "Levering \(folder): dit is een map; verwacht is een bestand. "
                    + "Noem de bestanden in de map."
            )
        )
        #expect(run.output.contains("opgenomen als levering 1, versie 1; 1 records"))
    }

    @Test(arguments: [
        ("INT-001", ""), ("INT-002", "aanbieder;verslagperiode\n1;2\n"),
        ("INT-005", "#HEAD#00900001;2019H1;\u{0}\n"),
        ("INT-004", "#HEAD#00900001;2019H1\n"),
        ("INT-009", "#HEAD#00900001;2019;999990007;20080315;V;GM0363;02;02;20190201;;\n"),
        ("INT-007", "#HEAD#9000;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"),
        ("INT-013", "#HEAD#00900001;2019H1;999990007;20080315;\"V;GM0363;02;02;20190201;;\n"),
        ("INT-018", "elsewhere"),
    ])
    func `a file that cannot be right is refused with its reason and nothing is kept`(
        _ code: String,
        _ text: String
    ) throws {
        let content = text.split(separator: "#HEAD#", omittingEmptySubsequences: false)
            .joined(separator: header)
        let folder = code == "INT-018" ? "elsewhere" : "jeugdhulp"
        let path = try scratch.write(content, to: "\(folder)/bad.csv")
        let run = try receive([path])
        #expect(run.code == 1, "\(run.talk)")
        #expect(run.output.contains("geweigerd; er is niets opgenomen; bevindingen \(code)×"))
        #expect(run.output.contains("    → "))
        #expect(!run.output.contains("999990007"))
        let list = try ProgramRun(
            ["deliveries", "--store", scratch.path("s.sqlite"), "--key", scratch.path("k")])
        #expect(
            list.output
                == "id,source,holder,period,vintage,latest,status,received,rows,left_out\n"
        )
    }

    @Test func `a wrong key reads and changes nothing`() throws {
        let good = try scratch.write(header + row, to: "jeugdhulp/good.csv")
        #expect(try receive([good]).code == 0)
        let other = try scratch.write(String(repeating: "ab", count: 32) + "\n", to: "other")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: other)
        let run = try ProgramRun(
            ["verify", "--store", scratch.path("s.sqlite"), "--key", other])
        #expect(run.code == 5)
        #expect(
            run.talk
                == "Dit is niet de sleutel van deze winkel. Wijs de juiste aan met --key; "
                + "er is niets gelezen of veranderd.\n"
        )
    }

    @Test func `a key that others may read is refused`() throws {
        let key = try scratch.write(String(repeating: "ab", count: 32) + "\n", to: "k")
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key)
        let good = try scratch.write(header + row, to: "jeugdhulp/good.csv")
        let run = try receive([good])
        #expect(run.code == 5)
        #expect(run.talk.contains("ook anderen mogen dit bestand lezen"))
    }

    @Test func `a mistake in the arguments is a matter of usage`() throws {
        #expect(try ProgramRun(["compute", "--period", "2019Q1", "--store", "s"]).code == 2)
        #expect(try ProgramRun(["frobnicate"]).code == 2)
        #expect(try ProgramRun(["--help"]).code == 0)
    }

    @Test func `a mistake in the definitions names file and line`() throws {
        let run = try ProgramRun(["rules", "--definitions", scratch.path("nowhere")])
        #expect(run.code == 6)
        #expect(run.talk.contains("nowhere"))
    }
}

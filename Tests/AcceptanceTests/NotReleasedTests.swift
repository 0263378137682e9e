import Foundation
import Testing

/// What is said of a table that does not fit the cube.
@Suite("Tables that are not released")
struct NotReleasedTests {
    let scratch = Scratch()

    @Test(arguments: [
        (
            "nl",
            "NIET UITGEBRACHT: BJ-09 telt een deel van de eenheden van andere tabellen onder een "
                + "eigen voorwaarde, zodat hetzelfde getal tweemaal zou worden afgerond. Het "
                + "verschijnt als die voorwaarde een uitsplitsing van die tabellen is."
        ),
        (
            "en",
            "NOT RELEASED: BJ-09 counts some of the units of other tables under a condition of its "
                + "own, so that the same number would be rounded twice. It is published when that "
                + "condition is a breakdown of those tables."
        ),
    ])
    func `the reason is said in the language asked for, and nothing is written of it`(
        _ language: String,
        _ sentence: String
    ) throws {
        let path = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n"
                + "90000001;2019H1;999990007;20080315;V;GM0363;04;11;20190201;;\n",
            to: "jeugdhulp/1.csv"
        )
        let place = ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
        try #require(try ProgramRun(["receive", "--quiet", path] + place).code == 0)
        let run = try ProgramRun(
            ["compute", "BJ-01", "BJ-09", "--period", "2019H1", "--out", scratch.path("o")] + place
                + ["--quiet", "--language", language]
        )
        #expect(run.code == 0, "\(run.talk)")
        #expect(run.talk.split(separator: "\n").contains { $0 == sentence }, "\(run.talk)")
        #expect(FileManager.default.fileExists(atPath: scratch.path("o/BJ-01.csv")))
        #expect(!FileManager.default.fileExists(atPath: scratch.path("o/BJ-09.csv")))
    }
}

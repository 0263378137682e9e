import Foundation
import Testing

/// A store that somebody changed who may write the file and does not hold its key.
@Suite("An altered store")
struct AlteredStoreTests {
    let scratch = Scratch()

    init() throws {
        let header =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
            + "datum_aanvang;datum_einde;reden_beeindiging\n"
        let tail = ";2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"
        let paths = try ["00900001", "00900002"].map {
            try scratch.write(header + $0 + tail, to: "jeugdhulp/\($0).csv")
        }
        let run = try ProgramRun(["receive", "--quiet"] + place + paths)
        try #require(run.code == 0, "\(run.talk)")
    }

    private var place: [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
    }

    private func alter(_ sql: String) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c",
            """
            import sqlite3, sys
            base = sqlite3.connect(sys.argv[1])
            base.executescript(sys.argv[2])
            base.commit()
            base.close()
            """, scratch.path("s.sqlite"), sql,
        ]
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    @Test(arguments: [
        (
            "UPDATE delivery SET holder = 'x' WHERE id = 1; "
                + "UPDATE delivery SET holder = '00900001' WHERE id = 2; "
                + "UPDATE delivery SET holder = '00900002' WHERE id = 1;",
            [
                "Winkel: wat over levering 1 is opgeschreven, is niet wat werd verzegeld "
                    + "(holder). Iemand zonder de sleutel heeft het bestand gewijzigd. Zet een "
                    + "reservekopie terug; er is niets berekend.",
                "Winkel: wat over levering 2 is opgeschreven, is niet wat werd verzegeld "
                    + "(holder). Iemand zonder de sleutel heeft het bestand gewijzigd. Zet een "
                    + "reservekopie terug; er is niets berekend.",
            ]
        ),
        (
            "UPDATE delivery SET rows = 12, period = period - 1 WHERE id = 2;",
            [
                "Winkel: wat over levering 2 is opgeschreven, is niet wat werd verzegeld "
                    + "(period, rows). Iemand zonder de sleutel heeft het bestand gewijzigd. Zet "
                    + "een reservekopie terug; er is niets berekend."
            ]
        ),
        (
            "UPDATE segment SET period = period - 1;",
            [
                "Winkel: wat over segment 1 is opgeschreven, is niet wat werd verzegeld "
                    + "(period). Iemand zonder de sleutel heeft het bestand gewijzigd. Zet een "
                    + "reservekopie terug; er is niets berekend."
            ]
        ),
    ])
    func `verify and compute name what was changed`(
        _ sql: String,
        _ messages: [String]
    ) throws {
        try alter(sql)
        let verify = try ProgramRun(["verify"] + place)
        #expect(verify.code == 4)
        let said = (verify.output + verify.talk).split(separator: "\n").map(String.init)
        #expect(said.filter { $0.hasPrefix("Winkel: ") } == messages)
        let out = scratch.path("out")
        let compute = try ProgramRun(
            ["compute", "BJ-01", "--period", "2019H1", "--out", out] + place
        )
        #expect(compute.code == 4)
        #expect(compute.talk.hasSuffix(messages[0] + "\n"))
        #expect(!FileManager.default.fileExists(atPath: out))
    }

    @Test(arguments: [
        (
            "PRAGMA user_version = 9",
            "gemaakt door een nieuwere ijkpunt (formaat 9; deze kent 2). Gebruik die versie; er "
                + "is niets veranderd."
        ),
        (
            "PRAGMA user_version = 1",
            "gemaakt door een oudere ijkpunt (formaat 1; deze schrijft 2), die leveringen nog "
                + "niet verzegelde. Neem de leveringen opnieuw op in een nieuwe winkel; er is "
                + "niets veranderd."
        ),
    ])
    func `a store of another version is left alone`(_ sql: String, _ message: String) throws {
        try alter(sql)
        for command in [["verify"], ["deliveries"], ["compute"]] {
            let run = try ProgramRun(command + place)
            #expect(run.code == 4)
            #expect(run.talk == "Winkel \(scratch.path("s.sqlite")): \(message)\n")
        }
    }

    @Test func `a swapped and a damaged chunk are named`() throws {
        try alter(
            """
            CREATE TEMP TABLE old AS SELECT name, sealed FROM chunk;
            UPDATE chunk SET sealed = (SELECT sealed FROM old WHERE old.name = 'end')
            WHERE name = 'start';
            UPDATE chunk SET sealed = zeroblob(length(sealed)) WHERE name = 'sex';
            """
        )
        let run = try ProgramRun(["verify"] + place)
        #expect(run.code == 4)
        #expect(
            (run.output + run.talk).contains(
                "Winkel: segment 1, kolom sex, deel 0 is gewijzigd, verwisseld of afgebroken en "
                    + "opent niet. Zet een reservekopie terug; er is niets berekend.\n"
            )
        )
    }
}

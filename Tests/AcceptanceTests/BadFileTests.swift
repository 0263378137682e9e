import Foundation
import Testing

/// Deliveries that cannot be read as they are: each with its whole message, and nothing kept.
@Suite("Bad files")
struct BadFileTests {
    let scratch = Scratch()
    let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging\n"
    let row = "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"

    private func receive(_ path: String, after shell: String? = nil) throws -> ProgramRun {
        try ProgramRun(
            [
                "receive", "--quiet", "--store", scratch.path("s.sqlite"), "--key",
                scratch.path("k"), path,
            ],
            after: shell
        )
    }

    private func expectNothingKept(sourceLocation: SourceLocation = #_sourceLocation) throws {
        let list = try ProgramRun([
            "deliveries", "--store", scratch.path("s.sqlite"), "--key", scratch.path("k"),
        ])
        #expect(
            list.output
                == "id,source,holder,period,vintage,latest,status,received,rows,left_out\n",
            sourceLocation: sourceLocation
        )
    }

    /// A refusal by a rule: the receipt, what was found, and what to do.
    private func expectRefusal(
        _ path: String,
        _ code: String,
        _ found: String,
        _ remedy: String,
        after shell: String? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let run = try receive(path, after: shell)
        #expect(run.code == 1, "\(run.talk)", sourceLocation: sourceLocation)
        #expect(
            run.output == """
                \(path): geweigerd; er is niets opgenomen; bevindingen \(code)×1
                    \(found)
                    → \(remedy)

                """,
            sourceLocation: sourceLocation
        )
        #expect(run.talk.isEmpty, sourceLocation: sourceLocation)
        try expectNothingKept(sourceLocation: sourceLocation)
    }

    @Test(.timeLimit(.minutes(1)))
    func `a pipe that nobody writes to is refused at once`() throws {
        let pipe = scratch.path("jeugdhulp/pipe.csv")
        try scratch.write("", to: "jeugdhulp/empty")
        let making = try Process.run(
            URL(filePath: "/usr/bin/env"),
            arguments: ["mkfifo", pipe]
        )
        making.waitUntilExit()
        try #require(making.terminationStatus == 0)
        let run = try receive(pipe)
        #expect(run.code == 3)
        #expect(
            run.talk
                == "Levering \(pipe): dit is geen gewoon bestand. Sla de levering eerst op als "
                + "bestand.\n"
        )
        #expect(run.output.isEmpty)
        try expectNothingKept()
    }

    @Test func `a missing file and a folder are told apart`() throws {
        let absent = scratch.path("jeugdhulp/absent.csv")
        let missing = try receive(absent)
        #expect(missing.code == 3)
        #expect(
            missing.talk
                == "Levering \(absent): kan niet worden geopend (No such file or directory). "
                + "Controleer het pad en de rechten.\n"
        )
        try scratch.write("", to: "jeugdhulp/folder/empty")
        let folder = scratch.path("jeugdhulp/folder")
        let run = try receive(folder)
        #expect(run.code == 3)
        #expect(
            run.talk
                == "Levering \(folder): dit is een map; verwacht is een bestand. Noem de "
                + "bestanden in de map.\n"
        )
        try expectNothingKept()
    }

    /// Shell that waits until the process it becomes has a file open, and then runs a command.
    private func once(_ path: String, isOpen command: String) -> String {
        """
        me=$$; (for i in $(seq 20000); do
          if ls -l /proc/$me/fd 2>/dev/null | grep -qF '\(path)'; then \(command); break; fi
        done) </dev/null >/dev/null 2>&1 & :
        """
    }

    @Test(arguments: ["truncate -s 1000000 \"$file\"", "head -c 64 /dev/zero >> \"$file\""])
    func `a file that changes while it is read is refused`(_ change: String) throws {
        let path = try scratch.write(header, to: "jeugdhulp/changing.csv")
        let block = Data(String(repeating: row, count: 200_000).utf8)
        let handle = try FileHandle(forWritingTo: URL(filePath: path))
        try handle.seekToEnd()
        // Long enough to read for the change to come before the end.
        for _ in 0..<6 { try handle.write(contentsOf: block) }
        try handle.close()
        try expectRefusal(
            path,
            "INT-017",
            "Levering changing.csv: het bestand veranderde terwijl het werd gelezen: het groeide "
                + "of werd ingekort. Verwacht is een bestand dat klaar is.",
            "Wacht tot het bestand helemaal is weggeschreven en lever het opnieuw. Er is niets "
                + "opgenomen.",
            after: "file='\(path)'; " + once(path, isOpen: change)
        )
    }

    @Test func `one line of a gigabyte is refused without being held in memory`() throws {
        let path = try scratch.write(header, to: "jeugdhulp/long.csv")
        let grow = try FileHandle(forWritingTo: URL(filePath: path))
        try grow.seekToEnd()
        let block = Data(repeating: 0x31, count: 16 << 20)
        for _ in 0..<64 { try grow.write(contentsOf: block) }
        try grow.close()
        try expectRefusal(
            path,
            "INT-011",
            "Levering long.csv, rij 2: de regel is langer dan 65536 bytes. Verwacht is een "
                + "kortere regel, zoals elke rij van het protocol heeft.",
            "Kijk of regeleinden ontbreken en lever het bestand opnieuw.",
            // Far less memory than the line is long.
            after: "ulimit -v 900000"
        )
    }

    @Test func `a gigabyte of holes is one long line, and NUL bytes are named by their row`() throws
    {
        let path = try scratch.write(header + row, to: "jeugdhulp/sparse.csv")
        let grow = try FileHandle(forWritingTo: URL(filePath: path))
        try grow.truncate(atOffset: 1 << 30)
        try grow.close()
        try expectRefusal(
            path,
            "INT-011",
            "Levering sparse.csv, rij 3: de regel is langer dan 65536 bytes. Verwacht is een "
                + "kortere regel, zoals elke rij van het protocol heeft.",
            "Kijk of regeleinden ontbreken en lever het bestand opnieuw.",
            after: "ulimit -v 900000"
        )
        try expectRefusal(
            try scratch.write(header + row + "00900001;2019H1;\u{0}\n", to: "jeugdhulp/nul.csv"),
            "INT-005",
            "Levering nul.csv, rij 3: de rij bevat een NUL-byte. Verwacht is gewone tekst in "
                + "UTF-8 of Windows-1252.",
            "Sla het bestand op als tekst in UTF-8, niet als UTF-16 of werkmap, en lever het "
                + "opnieuw."
        )
    }

    @Test func `bytes of no known encoding are refused`() throws {
        let path = try scratch.write(header, to: "jeugdhulp/bytes.csv")
        let text = Data((header + row).utf8) + Data([0x81, 0x3B, 0xE9, 0x0A])
        try text.write(to: URL(filePath: path))
        try expectRefusal(
            path,
            "INT-006",
            "Levering bytes.csv, rij 3: de tekens zijn geen UTF-8 en ook geen Windows-1252. "
                + "Verwacht is een van deze twee coderingen.",
            "Sla het bestand op in UTF-8 en lever het opnieuw."
        )
        let wide = Data([0xFF, 0xFE]) + Data((header + row).utf8.flatMap { [$0, 0] })
        try wide.write(to: URL(filePath: path))
        try expectRefusal(
            path,
            "INT-005",
            "Levering bytes.csv, rij 1: de rij bevat een NUL-byte. Verwacht is gewone tekst in "
                + "UTF-8 of Windows-1252.",
            "Sla het bestand op als tekst in UTF-8, niet als UTF-16 of werkmap, en lever het "
                + "opnieuw."
        )
    }

    @Test func `a quote that is never closed is named by the row it is in`() throws {
        let path = try scratch.write(
            header + row + row.replacing("02;02", with: "\"02;02") + row,
            to: "jeugdhulp/quote.csv"
        )
        try expectRefusal(
            path,
            "INT-013",
            "Levering quote.csv, rij 3: hier begint een aanhalingsteken dat nergens wordt "
                + "gesloten. Verwacht is een sluitend aanhalingsteken in hetzelfde veld.",
            "Sluit het aanhalingsteken of haal het weg, en verdubbel aanhalingstekens binnen een "
                + "veld. Lever het bestand daarna opnieuw."
        )
    }

    @Test func `a missing column and an empty file are refused`() throws {
        let cut = header.replacing("hulpvorm;", with: "")
        let path = try scratch.write(
            cut + row.replacing("02;02", with: "02"),
            to: "jeugdhulp/c.csv"
        )
        try expectRefusal(
            path,
            "INT-002",
            "Levering c.csv, kolom hulpvorm: deze verplichte kolom ontbreekt in de kopregel. "
                + "Verwacht zijn alle verplichte kolommen van het protocol.",
            "Voeg de kolom toe met de naam uit het protocol en lever het hele bestand opnieuw."
        )
        try expectRefusal(
            try scratch.write("", to: "jeugdhulp/empty.csv"),
            "INT-001",
            "Levering empty.csv: het bestand is leeg of heeft geen kopregel. Verwacht is een "
                + "eerste regel met de namen van de kolommen.",
            "Maak de selectie opnieuw en lever het hele bestand met de kopregel aan. Is er niets "
                + "te melden, lever dan de kopregel en één rij met alleen aanbieder en "
                + "verslagperiode."
        )
    }
}

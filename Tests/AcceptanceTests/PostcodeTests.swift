import Foundation
import Testing

/// A record that names no municipality, with a table of postcodes and without.
@Suite("Postcodes")
struct PostcodeTests {
    let scratch = Scratch()

    private func receive(_ table: String?, to store: String) throws -> ProgramRun {
        let header = "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;postcode;verwijzer;"
        let path = try scratch.write(
            header + "hulpvorm;datum_aanvang\n"
                + "00900001;2019H1;999990007;20080315;V;1011AB;02;02;20190201\n"
                + "00900001;2019H1;999990019;20080315;V;1011AC;02;02;20190201\n",
            to: "jeugdhulp/f.csv"
        )
        var arguments = [
            "receive", "--store", scratch.path(store), "--key", scratch.path("k"), path,
        ]
        if let table {
            arguments += ["--table", "postcodes=\(try scratch.write(table, to: "pc.csv"))"]
        }
        return try ProgramRun(arguments)
    }

    private func places(_ store: String) throws -> [String] {
        let run = try ProgramRun([
            "compute", "BJ-01", "--internal", "--store", scratch.path(store), "--key",
            scratch.path("k"), "--out", scratch.path("o"),
        ])
        try #require(run.code == 0, "\(run.talk)")
        return try String(contentsOfFile: scratch.path("o/BJ-01.csv"), encoding: .utf8)
            .split(separator: "\n").map(String.init)
            .filter { $0.contains(",gemeente,") && $0.contains(",T,T,T,T,") }
    }

    @Test func `a postcode gives a place through the table only, and is kept nowhere`() throws {
        #expect(try receive(nil, to: "without").code == 0)
        #expect(try places("without") == ["2019H1,gemeente,U,T,T,T,T,trajectories,2"])
        #expect(try receive("postcode,gm_code\n1011AB,GM0363\n", to: "with").code == 0)
        #expect(
            try places("with") == [
                "2019H1,gemeente,GM0363,T,T,T,T,trajectories,1",
                "2019H1,gemeente,U,T,T,T,T,trajectories,1",
            ]
        )
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("with")))
        #expect(bytes.range(of: Data("1011AB".utf8)) == nil)
    }

    @Test(arguments: ["check", "receive"])
    func `a table that is not right stops before anything is read`(_ command: String) throws {
        let table = try scratch.write("postcode,gm_code\n1011AB,0363\n", to: "bad.csv")
        let path = try scratch.write("", to: "jeugdhulp/f.csv")
        let store = ["--store", scratch.path("s"), "--key", scratch.path("k")]
        let run = try ProgramRun(
            [command, path, "--table", "postcodes=\(table)"] + (command == "check" ? [] : store)
        )
        #expect(run.code == 3)
        #expect(
            run.talk
                == "Postcodetabel \(table), regel 2: verwacht is postcode,gm_code of "
                + "postcode,gm_code,from,until, met een bekende gemeente, halfjaren als 2019H1, "
                + "en elke postcode in elk halfjaar hooguit één keer. Herstel de regel.\n"
        )
        #expect(!FileManager.default.fileExists(atPath: scratch.path("s")))
    }

    @Test func `a table of another name is a matter of usage`() throws {
        let run = try ProgramRun(["check", "--table", "population=x", "f.csv"])
        #expect(run.code == 2)
        #expect(run.talk.contains("--table population=x: expected postcodes=FILE."))
    }
}

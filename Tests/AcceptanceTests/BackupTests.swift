import Foundation
import Testing

/// A store is copied, lost and made anew from its copy.
@Suite("Backup and restore")
struct BackupTests {
    let scratch = Scratch()

    private var key: [String] { ["--key", scratch.path("k")] }

    private func received() throws {
        let path = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n"
                + "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n",
            to: "jeugdhulp/a.csv"
        )
        let arguments = ["receive", path, "--store", scratch.path("s.sqlite")] + key
        #expect(try ProgramRun(arguments).code == 0)
    }

    private func backup(_ copy: String, _ store: String = "s.sqlite") throws -> ProgramRun {
        try ProgramRun(
            ["backup", "--store", scratch.path(store), "--to", scratch.path(copy)] + key
        )
    }

    private func restore(_ copy: String, _ store: String, _ key: [String]) throws -> ProgramRun {
        try ProgramRun(
            ["restore", "--from", scratch.path(copy), "--store", scratch.path(store)] + key
        )
    }

    @Test func `a store that was lost comes back from its copy, whole and with its log`() throws {
        try received()
        let before = try ProgramRun(["deliveries", "--store", scratch.path("s.sqlite")] + key)
        let copied = try backup("copy.sqlite")
        #expect(copied.code == 0)
        #expect(
            copied.talk == "\(scratch.path("s.sqlite")) is gekopieerd naar "
                + "\(scratch.path("copy.sqlite")). De sleutel (\(scratch.path("k"))) zit niet in de "
                + "kopie: bewaar die apart, want zonder sleutel kan niemand de kopie openen.\n"
        )
        let bytes = try Data(contentsOf: URL(filePath: scratch.path("copy.sqlite")))
        let secret = try Data(contentsOf: URL(filePath: scratch.path("k")))
        #expect(bytes.range(of: secret) == nil)
        for ending in ["", "-wal", "-shm"] {
            try? FileManager.default.removeItem(atPath: scratch.path("s.sqlite" + ending))
        }
        let back = try restore("copy.sqlite", "s.sqlite", key)
        #expect(back.code == 0)
        #expect(back.talk.hasSuffix("verzegelde delen zijn geopend, 1 records.\n"))
        let after = try ProgramRun(["deliveries", "--store", scratch.path("s.sqlite")] + key)
        #expect(after.output == before.output && !after.output.isEmpty)
        let verified = try ProgramRun(
            ["audit", "verify", "--store", scratch.path("s.sqlite")] + key
        )
        #expect(verified.code == 0)
    }

    @Test func `nothing that exists is overwritten`() throws {
        try received()
        #expect(try backup("copy.sqlite").code == 0)
        let again = try backup("copy.sqlite")
        #expect(again.code == 4)
        #expect(
            again.talk == "\(scratch.path("copy.sqlite")): bestaat al en wordt niet overschreven. "
                + "Kies een andere plaats; er is niets veranderd.\n"
        )
        #expect(try restore("copy.sqlite", "s.sqlite", key).code == 4)
    }

    @Test func `with another key, or from a damaged copy, no store is made`() throws {
        try received()
        #expect(try backup("copy.sqlite").code == 0)
        let other = scratch.path("other.key")
        #expect(try ProgramRun(["key", "new", other]).code == 0)
        #expect(try restore("copy.sqlite", "new.sqlite", ["--key", other]).code == 5)
        let copy = URL(filePath: scratch.path("copy.sqlite"))
        var bytes = try Data(contentsOf: copy)
        bytes.replaceSubrange(32_768..<65_536, with: Data(repeating: 0xAA, count: 32_768))
        try bytes.write(to: copy)
        #expect(try restore("copy.sqlite", "new.sqlite", key).code == 4)
        #expect(!FileManager.default.fileExists(atPath: scratch.path("new.sqlite")))
    }
}

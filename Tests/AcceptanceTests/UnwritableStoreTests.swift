import Foundation
import Testing

/// Stores on a disk that is full or may not be written, for root too, and one that is in use.
@Suite("A store that cannot be written")
struct UnwritableStoreTests {
    /// Whether this machine lets a test mount a small disk of its own.
    static let mountsDisks: Bool = {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "unshare", "-rm", "sh", "-c", "mount -t tmpfs tmpfs /mnt",
        ]
        process.standardError = FileHandle.nullDevice
        do { try process.run() } catch { return false }
        process.waitUntilExit()
        return process.terminationStatus == 0
    }()

    let scratch = Scratch()
    let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging\n"

    private func small() throws -> String {
        try scratch.write(
            header + "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n",
            to: "jeugdhulp/small.csv"
        )
    }

    private func large() throws -> String {
        var text = header
        for number in 0..<200_000 {
            // Birth dates vary, so that the sealed column takes room.
            let birth =
                20_000_000 + (number % 13 + 3) * 10_000 + (number / 13 % 12 + 1) * 100
                + number / 156 % 28 + 1
            let tail = String(100_000_000 + number).dropFirst()
            text += "00900002;2019H1;9\(tail);\(birth);V;GM0363;02;02;20190201;;\n"
        }
        return try scratch.write(text, to: "jeugdhulp/large.csv")
    }

    /// Runs a script on a disk of a few hundred kilobytes, which is gone when the script ends.
    ///
    /// In it `$disk` is where the disk is, and `receive FILE` and `verify` run the program on the
    /// store there.
    private func onDisk(ofKilobytes size: Int, _ script: String) throws -> [String] {
        let process = Process()
        let disk = scratch.path("disk")
        try scratch.write("", to: "disk/below")
        let program = ProgramRun.built.appending(path: "ijkpunt").path
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "unshare", "-rm", "bash", "-c",
            """
            disk='\(disk)'; program='\(program)'; key='\(scratch.path("k"))'
            mount -t tmpfs -o size=\(size)k tmpfs "$disk" || exit 9
            receive() { "$program" receive --quiet --store "$disk/s" --key "$key" "$1" 2>&1 |
                sed "s|kenmerk.*||"; echo "code ${PIPESTATUS[0]}"; }
            verify() { "$program" verify --quiet --store "$disk/s" --key "$key" 2>&1;
                echo "code $?"; }
            \(script)
            """,
        ]
        let output = try scratch.write("", to: "said")
        process.standardOutput = FileHandle(forWritingAtPath: output)
        try process.run()
        process.waitUntilExit()
        return try String(contentsOfFile: output, encoding: .utf8).split(separator: "\n")
            .map {
                String($0).replacing(disk, with: "DISK").replacing(scratch.folder.path, with: "")
            }
    }

    @Test(.enabled(if: mountsDisks))
    func `a full disk loses nothing that had a receipt`() throws {
        let (small, large) = (try small(), try large())
        let said = try onDisk(
            ofKilobytes: 1_900,
            "receive '\(small)'; receive '\(large)'; verify; receive '\(small)'"
        )
        #expect(
            said == [
                "/jeugdhulp/small.csv: opgenomen als levering 1, versie 1; 1 records, 0 "
                    + "weggelaten; ",
                "code 0",
                "Winkel DISK/s: de schijf is vol. Maak ruimte en lever de bestanden zonder "
                    + "ontvangstbewijs opnieuw aan; wat een bewijs kreeg, staat er.",
                "code 4",
                "In orde: 17 verzegelde delen in 1 segmenten, 1 records.", "code 0",
                "/jeugdhulp/small.csv: gelijk aan levering 1, versie 1; er komt geen nieuwe "
                    + "versie; ",
                "code 0",
            ]
        )
    }

    @Test(.enabled(if: mountsDisks))
    func `a disk that may only be read is named, for root too`() throws {
        let (small, large) = (try small(), try large())
        let said = try onDisk(
            ofKilobytes: 4_000,
            """
            receive '\(small)'
            mount -o remount,ro "$disk"
            receive '\(large)'
            mount -o remount,rw "$disk"
            verify
            """
        )
        #expect(said.count == 6, "\(said)")
        #expect(
            said[2]
                == "Winkel DISK/s: kan niet worden geopend (unable to open database file). "
                + "Controleer of de map bestaat en of u er mag schrijven."
        )
        #expect(
            said[3...] == [
                "code 4", "In orde: 17 verzegelde delen in 1 segmenten, 1 records.",
                "code 0",
            ]
        )
    }

    @Test func `a limit on the size of files is told as what the system says`() throws {
        let (small, large) = (try small(), try large())
        let place = ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
        #expect(try ProgramRun(["receive", "--quiet", small] + place).code == 0)
        let run = try ProgramRun(
            ["receive", "--quiet", large] + place,
            after: "trap '' XFSZ; ulimit -f 160"
        )
        #expect(run.code == 4)
        #expect(run.output.isEmpty)
        #expect(
            run.talk
                == "Winkel \(scratch.path("s.sqlite")): kan niet worden beschreven (disk I/O error)"
                + ". Controleer de rechten en de ruimte; wat een ontvangstbewijs kreeg, staat er.\n"
        )
        let after = try ProgramRun(["verify"] + place)
        #expect(after.code == 0)
        #expect(after.output == "In orde: 17 verzegelde delen in 1 segmenten, 1 records.\n")
    }

    @Test func `a store in a folder that is not there cannot be made`() throws {
        let store = scratch.path("nowhere/s.sqlite")
        let run = try ProgramRun([
            "receive", "--quiet", try small(), "--store", store, "--key", scratch.path("k"),
        ])
        #expect(run.code == 4)
        #expect(run.output.isEmpty)
        #expect(
            run.talk
                == "Winkel \(store): kan niet worden geopend (unable to open database file). "
                + "Controleer of de map bestaat en of u er mag schrijven.\n"
        )
    }

    @Test func `a second receive at the same time changes nothing and says so`() throws {
        let place = ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
        let small = try small()
        #expect(try ProgramRun(["receive", "--quiet", small] + place).code == 0)
        let other = try scratch.write(
            header + "00900003;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n",
            to: "jeugdhulp/other.csv"
        )
        // Another process holds the lock for as long as this one waits.
        let run = try ProgramRun(
            ["receive", "--quiet", other] + place,
            after: """
                python3 -c "
                import sqlite3, sys, time
                base = sqlite3.connect('\(scratch.path("s.sqlite.lock"))', isolation_level=None)
                base.execute('BEGIN EXCLUSIVE')
                open('\(scratch.path("held"))', 'w').close()
                time.sleep(5)" </dev/null >/dev/null 2>&1 &
                until [ -e '\(scratch.path("held"))' ]; do sleep 0.01; done
                """
        )
        #expect(run.code == 4)
        #expect(run.output.isEmpty)
        #expect(
            run.talk
                == "Winkel \(scratch.path("s.sqlite")): een ander proces neemt er nu leveringen in "
                + "op. Wacht tot dat klaar is en probeer het opnieuw; er is niets veranderd.\n"
        )
        let list = try ProgramRun(["deliveries"] + place).output
        #expect(list.split(separator: "\n").count == 2)
    }
}

import Definitions
import Domain
import Intake
import TestSupport
import Testing

@Suite struct ArchiveTests {
    private static func archive() throws -> StoredArchive {
        var archive = StoredArchive()
        archive.add("map/", "")
        archive.add("map/een.csv", try DeliveryText.assistance([:], [:]).text)
        archive.add("__MACOSX/._een.csv", "x")
        archive.add("twee.csv", try DeliveryText.assistance(["verwijzer": "99"]).text)
        return archive
    }

    @Test func `each file of an archive is checked by itself under its own name`() throws {
        let carried = try CarriedDelivery(ArchiveTests.archive().bytes, suffix: ".zip")
        let names = carried.files.map { $0.path.split(separator: ".zip/").last.map(String.init) }
        #expect(names == ["map/een.csv", "twee.csv"])
        #expect(carried.files[0].allFindings.isEmpty)
        #expect(carried.files[0].rowCount == 2)
        let expected = Finding(code: "INT-126", severity: .field, row: 2, field: "verwijzer")
        #expect(carried.files[1].allFindings == [expected])
    }

    @Test func `a workbook may lie in an archive`() throws {
        var archive = StoredArchive()
        let book = HandMadeWorkbook(try DeliveryText.assistance([:], [:])).archive
        archive.entries.append(("levering.XLSX", book.bytes))
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        #expect(carried.files.map(\.rowCount) == [2])
        #expect(carried.findings.isEmpty)
    }

    @Test func `an archive that is cut or is none is refused`() throws {
        let whole = try ArchiveTests.archive().bytes
        for bytes in [Array(whole.dropLast()), Array("no archive".utf8), []] {
            let carried = try CarriedDelivery(bytes, suffix: ".zip")
            #expect(carried.findings == [Finding(code: "INT-031", severity: .file)])
        }
    }

    @Test func `an archive without deliveries is refused`() throws {
        var archive = StoredArchive()
        archive.add("map/", "")
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        #expect(carried.findings == [Finding(code: "INT-037", severity: .file)])
    }

    @Test func `an entry with another checksum is refused by its name`() throws {
        var archive = try ArchiveTests.archive()
        archive.changes = [(1, 16, [1, 2, 3, 4])]
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        let expected = Finding(code: "INT-031", severity: .file, subject: "map/een.csv")
        #expect(carried.files[0].allFindings == [expected])
        #expect(!carried.files[1].isRefused)
    }

    @Test func `an encrypted entry and one packed in another way are refused`() throws {
        var encrypted = try ArchiveTests.archive()
        encrypted.changes = [(1, 8, [1, 0])]
        var packed = try ArchiveTests.archive()
        packed.method = 12
        for archive in [encrypted, packed] {
            let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
            let expected = Finding(code: "INT-032", severity: .file, subject: "map/een.csv")
            #expect(carried.findings == [expected])
        }
    }

    @Test func `an archive within an archive is refused`() throws {
        var archive = StoredArchive()
        archive.entries.append(("binnen.zip", try ArchiveTests.archive().bytes))
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        let expected = Finding(code: "INT-032", severity: .file, subject: "binnen.zip")
        #expect(carried.findings == [expected])
    }

    @Test func `more bytes than the limit are refused before they are unpacked`() throws {
        let limits = CarrierLimits(
            unpackedBytes: 100,
            unpackedRatio: 250,
            ratioFreeBytes: 1000,
            sharedTextBytes: 1000,
            entries: 10,
            depth: 8
        )
        let carried = try CarriedDelivery(
            ArchiveTests.archive().bytes,
            suffix: ".zip",
            limits: limits
        )
        let expected = Finding(code: "INT-033", severity: .file, subject: "100")
        #expect(carried.findings == [expected])
    }
}

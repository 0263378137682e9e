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

    @Test func `an archive with numbers of eight bytes is read like any other`() throws {
        var archive = try ArchiveTests.archive()
        let plain = try CarriedDelivery(archive.bytes, suffix: ".zip")
        archive.isZip64 = true
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        #expect(carried.files.count == 2)
        #expect(carried.files.map(\.rowCount) == plain.files.map(\.rowCount))
        #expect(carried.files.map(\.allFindings) == plain.files.map(\.allFindings))
    }

    /// The record of 46 bytes and a name of seven stand first, then a field of nine: at 62 begins the
    /// field of ZIP64.
    @Test(
        arguments: [
            // Too short for the numbers it must hold.
            (64, [8]),
            // A size, and a place, that no file can have.
            (73, [0x7F]), (89, [0xFF]),
            // Of another kind, so that the numbers are nowhere.
            (62, [2]),
        ] as [(Int, [UInt8])]
    )
    func `a number of eight bytes that cannot be is refused`(
        offset: Int,
        bytes: [UInt8]
    ) throws {
        var archive = StoredArchive()
        archive.add("een.csv", try DeliveryText.assistance([:]).text)
        archive.isZip64 = true
        #expect(try CarriedDelivery(archive.bytes, suffix: ".zip").findings.isEmpty)
        archive.changes = [(0, offset, bytes)]
        let carried = try CarriedDelivery(archive.bytes, suffix: ".zip")
        #expect(carried.findings == [Finding(code: "INT-031", severity: .file)])
    }

    @Test func `an end record of eight bytes that is not where it is said to be is refused`()
        throws
    {
        var archive = try ArchiveTests.archive()
        archive.isZip64 = true
        var bytes = archive.bytes
        // The locator stands before the last record of 22 bytes; its eighth byte begins the place.
        for place in bytes.count - 22 - 20 + 8..<bytes.count - 22 - 20 + 16 { bytes[place] = 0xFF }
        let carried = try CarriedDelivery(bytes, suffix: ".zip")
        #expect(carried.findings == [Finding(code: "INT-031", severity: .file)])
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

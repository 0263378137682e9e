import Foundation
import Store
import Testing

@testable import ReleaseRoom

@Suite("Archives of a bundle")
struct BundleTests {
    private let files: [(name: String, bytes: [UInt8])] = [
        ("a.txt", Array("één".utf8)), ("empty", []), ("map/b.csv", Array("x,1\n".utf8)),
        (String(repeating: "lang/", count: 30) + "naam.yaml", [UInt8](repeating: 7, count: 1_025)),
    ]

    @Test func `what is written is read back, and the same files give the same bytes`() throws {
        let archive = try #require(TarArchive.write(files))
        #expect(archive.count % 512 == 0)
        #expect(TarArchive.write(files) == archive)
        let read = try #require(TarArchive.read(archive))
        #expect(read.map(\.name) == files.map(\.name))
        #expect(read.map(\.bytes) == files.map(\.bytes))
        #expect(TarArchive.write([(String(repeating: "x", count: 101), [])]) == nil)
    }

    @Test func `a cut or damaged archive is none, wherever it was hit in a header`() throws {
        let archive = try #require(TarArchive.write(files))
        #expect(TarArchive.read(Array(archive.prefix(700))) == nil)
        #expect(TarArchive.read([]) == nil)
        #expect(TarArchive.read(Array("no archive".utf8)) == nil)
        for place in [0, 100, 124, 148, 257] {
            var damaged = archive
            damaged[place] ^= 0x11
            #expect(TarArchive.read(damaged) == nil, "\(place)")
        }
        let check = BundleCheck(archive, publicKey: [UInt8](repeating: 1, count: 32))
        #expect(check.mistakes == [.notABundle])
    }

    @Test func `every file that was changed, taken out or put in is named, and another key`() throws
    {
        let place = try RoomFixture()
        let key = try place.store.auditPublicKey()
        let own: [(name: String, bytes: [UInt8])] = [
            ("ledger.csv", Array("number\n".utf8)), ("tables/t.csv", Array("1\n".utf8)),
        ]
        let manifest = try BundleManifest(
            form: BundleManifest.form,
            day: "2026-11-25",
            origin: "fictive",
            version: "0",
            submission: nil,
            publicKey: key.map { String($0, radix: 16) }.map {
                $0.count == 1 ? "0" + $0 : $0
            }.joined(),
            files: own.map {
                BundleManifest.File(
                    path: $0.name,
                    bytes: $0.bytes.count,
                    sha256: SHA.text($0.bytes)
                )
            }
        ).json()
        let signature = try place.store.sign(manifest)
        func archive(
            _ files: [(name: String, bytes: [UInt8])],
            _ head: [UInt8]? = nil
        ) throws -> [UInt8] {
            let digits = signature.map { byte in
                let text = String(byte, radix: 16)
                return text.count == 1 ? "0" + text : text
            }.joined()
            return try #require(
                TarArchive.write(
                    [
                        (BundleManifest.path, head ?? manifest),
                        (BundleManifest.signaturePath, Array((digits + "\n").utf8)),
                    ] + files
                )
            )
        }
        func mistakes(_ bytes: [UInt8], _ key: [UInt8]) -> [BundleCheck.Mistake] {
            BundleCheck(bytes, publicKey: key).mistakes
        }
        #expect(try mistakes(archive(own), key).isEmpty)
        // Every single byte of a file counts.
        for index in own.indices {
            for byte in own[index].bytes.indices {
                var changed = own
                changed[index].bytes[byte] ^= 1
                #expect(
                    try mistakes(archive(changed), key) == [.changed(path: own[index].name)]
                )
            }
        }
        #expect(
            try mistakes(archive([own[0]]), key) == [.missing(path: "tables/t.csv")]
        )
        #expect(
            try mistakes(archive(own + [("tables/u.csv", [])]), key)
                == [.added(path: "tables/u.csv")]
        )
        let other = try RoomFixture().store.auditPublicKey()
        let found = try mistakes(archive(own), other)
        guard case .otherKey(let signedBy) = found.first else {
            Issue.record("\(found)")
            return
        }
        #expect(found.count == 1 && signedBy.count == 64)
        // A manifest that was changed fits no key.
        let forged = Array(
            String(decoding: manifest, as: UTF8.self).replacing("fictive", with: "delivered").utf8
        )
        #expect(try mistakes(archive(own, forged), key) == [.manifest])
        #expect(try mistakes(archive(own, forged), other) == [.manifest])
    }
}

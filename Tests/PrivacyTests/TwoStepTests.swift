import Columns
import Crypto
import Definitions
import Domain
import Foundation
import Intake
import Keys
import Pipeline
import Store
import TestSupport
import Testing

@Suite("Pseudonyms in two steps")
struct TwoStepTests {
    let place: PrivacyFixture
    let key = SenderKey(KeyMaterial(SymmetricKey(data: [UInt8](repeating: 3, count: 32))))

    init() throws {
        place = try PrivacyFixture()
    }

    @Test func `the output is the input, but for the number`() throws {
        let text =
            PrivacyFixture.header
            + "\n90000001;2019H1;999990007;20080315;V;GM0363;02;02;20190301;;"
            + "\r\n90000001;2019H1;\"999990007\";20080315;\"V\";GM0363;02;03;20190302;;"
            + "\n90000001;2019H1;999999999;20080315;V;GM0363;02;04;20190303;;"
            + "\n90000001;2019H1;000000000;20080315;V;GM0363;02;11;20190304;;"
            + "\n90000001;2019H1;999990008;20080315;V;GM0363;02;12;20190305;;"
            + "\n90000001;2019H1;;20080315;V;GM0363;02;13;20190306;;"
        let outcome = try place.pseudonymise(text, with: .key(key))
        let written = try String(contentsOfFile: try #require(outcome.path), encoding: .utf8)
        let lines = written.split(omittingEmptySubsequences: true, whereSeparator: \.isNewline)
        #expect(
            lines[0]
                == PrivacyFixture.header.replacing(";bsn;", with: ";pseudoniem:\(outcome.mark);")
        )
        let fields = lines.map { $0.split(separator: ";", omittingEmptySubsequences: false) }
        #expect(fields[1][2] == fields[2][2])
        #expect(fields[1][2].count == 32)
        #expect(fields[1][2].allSatisfy { $0.isHexDigit && !$0.isUppercase })
        #expect(fields[3...].map { $0[2] } == ["999999999", "000000000", "ongeldig", ""])
        #expect(fields[2][4] == "\"V\"")
        #expect(written.contains("\r\n"))
        #expect(!written.contains("999990007"))
        #expect(!written.contains("999990008"))
    }

    @Test(arguments: [("2015H2", "000000000", "unknown"), ("2016H1", "999999999", "unknown")])
    func `special codes keep their meaning by period`(
        _ period: String,
        _ code: String,
        _ meaning: String
    ) throws {
        let text =
            PrivacyFixture.header
            + "\n90000001;\(period);\(code);20080315;V;GM0363;02;02;20150301;;\n"
        let path = try #require(try place.pseudonymise(text, with: .key(key)).path)
        #expect(try place.receive([path]).map(\.rows) == [1])
        #expect(try place.store.segments().map(\.persons) == [0])
        #expect(try place.store.segments().map(\.rows) == [1])
    }

    @Test func `columns outside the protocol are left out`() throws {
        let text =
            "naam;" + PrivacyFixture.header + ";adres"
            + "\nJansen;90000001;2019H1;999990007;20080315;V;GM0363;02;02;20190301;;;Dorpsstraat\n"
        let path = try #require(try place.pseudonymise(text, with: .key(key)).path)
        let written = try String(contentsOfFile: path, encoding: .utf8)
        #expect(!written.contains("Jansen"))
        #expect(!written.contains("Dorpsstraat"))
        #expect(!written.contains("adres"))
        #expect(try place.receive([path]).map(\.findingCounts) == [[:]])
    }

    @Test func `a number in another column stops the file`() throws {
        let text =
            PrivacyFixture.header
            + "\n90000001;2019H1;999990007;20080315;V;GM0363;02;02;20190301;;"
            + "\n90000001;2019H1;999990007;20080315;V;GM0363;02;03;20190301;;999990019\n"
        let outcome = try place.pseudonymise(text, with: .key(key))
        #expect(outcome.path == nil)
        #expect(
            outcome.file.findings.filter { $0.severity == .file }
                == [
                    Finding(
                        code: "INT-052",
                        severity: .file,
                        row: 3,
                        field: "reden_beeindiging"
                    )
                ]
        )
        #expect(try place.folder.names(in: "out/jeugdhulp").isEmpty)
    }

    @Test func `two holders' files match, and what is stored is neither number nor sender's`()
        throws
    {
        let one = try place.pseudonymise(place.text(1, [1, 2, 3]), with: .key(key))
        let two = try place.pseudonymise(place.text(2, [2, 3, 4]), with: .key(key))
        let paths = [one.path, two.path].compactMap { $0 }
        let receipts = try place.receive(paths)
        #expect(receipts.map(\.rows) == [3, 3])
        #expect(try place.persons().count == 4)
        let senders = try paths.flatMap { try place.senders(in: $0) }
        #expect(Set(senders).count == 4)
        #expect(Set(senders.map(Pseudonym.init(bytes:))).isDisjoint(with: try place.persons()))
    }

    @Test func `two projects and two sources cannot be joined`() throws {
        let other = try PrivacyFixture()
        let text = place.text(1, [1, 2, 3])
        let path = try #require(try place.pseudonymise(text, with: .key(key)).path)
        _ = try place.receive([path])
        _ = try other.receive([path])
        #expect(try Set(place.persons()).isDisjoint(with: other.persons()))
        #expect(try place.persons().count == 3)
        #expect(try other.persons().count == 3)
        // The same key file in another domain gives other sender pseudonyms as well.
        let scrambler = NumberScrambler()
        let number = [scrambler.scramble(999_990_007)]
        let workers = Workers(cores: 1)
        let domains = try ["jeugdhulp", "jeugdbescherming"].map {
            try key.kernel(domain: $0).pseudonyms(
                of: number,
                scrambler: scrambler,
                workers: workers
            )
        }
        #expect(domains[0] != domains[1])
        // And in one store the same number is not the same person in two domains.
        let stored = try ["jeugdhulp", "jeugdbescherming"].map {
            try place.store.pseudonymMaker(domain: $0)
                .pseudonyms(of: number, scrambler: scrambler, workers: workers)
        }
        #expect(stored[0] != stored[1])
    }

    @Test func `numbers, sender pseudonyms and other sender keys do not mix in a domain`() throws {
        let sent = try #require(try place.pseudonymise(place.text(1, [1]), with: .key(key)).path)
        let bare = try place.file(place.text(2, [1]))
        let otherKey = SenderKey(KeyMaterial(SymmetricKey(data: [UInt8](repeating: 4, count: 32))))
        let other = try #require(
            try place.pseudonymise(place.text(3, [1]), with: .key(otherKey)).path
        )
        #expect(
            try place.receive([sent, bare, other]).map(\.findingCounts)
                == [[:], ["INT-051": 1], ["INT-053": 1]]
        )
        let second = try PrivacyFixture()
        #expect(
            try second.receive([bare, sent]).map(\.findingCounts) == [[:], ["INT-050": 1]]
        )
    }

    @Test func `a sender file resists trying every number, which an unkeyed hash does not`() throws
    {
        let numbers = FictiveNumbers.first(20)
        let path = try #require(
            try place.pseudonymise(place.text(1, Array(1...20)), with: .key(key)).path
        )
        let senders = Set(try place.senders(in: path))
        // What somebody without the key can do: hash every number of the range. It is small here;
        // the whole range of 10⁹ takes minutes on one core.
        let range = 999_990_000..<999_991_000
        var unkeyed: [[UInt8]: String] = [:]
        var found = 0
        let guessed = PseudonymKernel.withRandomKey()
        let scrambler = NumberScrambler()
        for number in range {
            let text = String(number)
            unkeyed[Array(SHA256.hash(data: Data(text.utf8)).prefix(16))] = text
        }
        for number in numbers {
            let hash = Array(SHA256.hash(data: Data(number.utf8)).prefix(16))
            if unkeyed[hash] == number { found += 1 }
        }
        #expect(found == 20, "an unkeyed hash gives every number back")
        let tried = Set(unkeyed.keys)
        #expect(senders.isDisjoint(with: tried))
        let withOther = try guessed.pseudonyms(
            of: range.map { scrambler.scramble(UInt32($0)) },
            scrambler: scrambler,
            workers: Workers(cores: 2)
        )
        #expect(senders.isDisjoint(with: Set(withOther.map(\.bytes))))
        // The holders' key does give them back: it is no secret between holders.
        let withKey = try key.kernel(domain: "jeugdhulp").pseudonyms(
            of: range.map { scrambler.scramble(UInt32($0)) },
            scrambler: scrambler,
            workers: Workers(cores: 2)
        )
        #expect(senders.isSubset(of: Set(withKey.map(\.bytes))))
        // But not from what is stored: there the receiving side's key stands in between.
        _ = try place.receive([path])
        let stored = Set(try place.persons().map(\.bytes))
        #expect(stored.count == 20)
        #expect(stored.isDisjoint(with: Set(withKey.map(\.bytes))))
    }

    @Test func `a file of several pieces stays in step with its pseudonyms`() throws {
        let numbers = FictiveNumbers.first(50)
        let record = ";20080315;V;GM0363;02;02;20190101;;"
        var text = PrivacyFixture.header + "\n"
        // More than two pieces of four megabytes; the start differs, so that no record repeats.
        for row in 0..<160_000 {
            text += "90000001;2019H1;\(numbers[row * 7 % 50])\(record)\n"
        }
        let outcome = try place.pseudonymise(text, with: .key(key))
        let path = try #require(outcome.path)
        let senders = try place.senders(in: path)
        #expect(senders.count == 160_000)
        #expect(Set(senders).count == 50)
        let first = senders[..<50]
        #expect(senders.indices.allSatisfy { senders[$0] == first[$0 % 50] })
        let source = try #require(place.definitions.sources["jeugdhulp"])
        let checked = try CheckStage(
            definitions: place.definitions,
            workers: PrivacyFixture.workers
        ).run(path, source: source)
        #expect(checked.rowCount == 160_000)
        #expect(checked.findingCounts["INT-120"] == nil)
        // All but the first record of each person are the same in every column.
        #expect(checked.findingCounts["INT-110"] == 159_950)
    }

    @Test func `the oblivious service takes the place of the key`() throws {
        let service = try ObliviousService(
            KeyMaterial(SymmetricKey(data: [UInt8](repeating: 9, count: 32)))
        )
        let maker = PseudonymiseStage.Maker.service(
            publicKey: try service.publicKey(),
            ask: service.evaluate
        )
        let one = try #require(try place.pseudonymise(place.text(1, [1, 2]), with: maker).path)
        let two = try #require(try place.pseudonymise(place.text(2, [2, 3]), with: maker).path)
        #expect(try place.receive([one, two]).map(\.rows) == [2, 2])
        #expect(try place.persons().count == 3)
    }
}

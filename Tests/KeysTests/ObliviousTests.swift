import Columns
import Crypto
import Foundation
import Keys
import Testing

@Suite("The oblivious pseudonym service")
struct ObliviousTests {
    private func material(_ byte: UInt8) -> KeyMaterial {
        KeyMaterial(SymmetricKey(data: [UInt8](repeating: byte, count: 32)))
    }

    @Test func `a number gets the same pseudonym each time, and the service sees neither`() throws {
        let service = try ObliviousService(material(1))
        let client = try ObliviousClient(publicKey: service.publicKey(), domain: "jeugdhulp")
        let scrambler = NumberScrambler()
        var seen: [[Data]] = []
        var answered: [Data] = []
        func once() throws -> [Pseudonym] {
            try client.pseudonyms(
                of: [999_990_007, 999_990_019, 999_990_007].map(scrambler.scramble),
                scrambler: scrambler
            ) { blinded in
                seen.append(blinded)
                let answers = try service.evaluate(blinded)
                answered += answers
                return answers
            }
        }
        let first = try once()
        #expect(try once() == first)
        #expect(first[0] == first[2])
        #expect(first[0] != first[1])
        // What the service gets for one number differs each time: it cannot even count repeats.
        #expect(Set(seen.flatMap { $0 }).count == 6)
        for answer in answered {
            #expect(!first.contains { answer.range(of: Data($0.bytes)) != nil })
        }
    }

    @Test func `another key, another domain and another service give other pseudonyms`() throws {
        let scrambler = NumberScrambler()
        func made(_ byte: UInt8, _ domain: String) throws -> [Pseudonym] {
            let service = try ObliviousService(material(byte))
            return try ObliviousClient(publicKey: service.publicKey(), domain: domain).pseudonyms(
                of: [scrambler.scramble(999_990_007)],
                scrambler: scrambler,
                ask: service.evaluate
            )
        }
        let all = try made(1, "a") + made(1, "b") + made(2, "a")
        #expect(Set(all).count == 3)
    }

    @Test func `a service that answers with another key than its own is found out`() throws {
        let known = try ObliviousService(material(1))
        let other = try ObliviousService(material(2))
        let client = try ObliviousClient(publicKey: known.publicKey(), domain: "jeugdhulp")
        let scrambler = NumberScrambler()
        #expect(throws: ObliviousError.otherKey) {
            _ = try client.pseudonyms(
                of: [scrambler.scramble(999_990_007)],
                scrambler: scrambler,
                ask: other.evaluate
            )
        }
        #expect(throws: ObliviousError.malformed) { _ = try known.evaluate([Data([1, 2, 3])]) }
        #expect(throws: ObliviousError.ended) {
            _ = try client.pseudonyms(of: [scrambler.scramble(1)], scrambler: scrambler) { _ in [] }
        }
        #expect(throws: ObliviousError.otherKey) {
            _ = try ObliviousClient(publicKey: Data([2]), domain: "jeugdhulp")
        }
    }
}

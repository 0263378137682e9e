import Columns
import Crypto
import Testing

@Suite struct PseudonymKernelTests {
    private let key = SymmetricKey(data: (0..<32).map { UInt8($0 * 7 & 0xFF) })

    @Test(arguments: [1, 2])
    func `it is HMAC-SHA-256 over nine digits, cut to 128 bits`(_ cores: Int) throws {
        var random = SeededRandom(seed: 4)
        let scrambler = NumberScrambler(using: &random)
        let numbers =
            [1, 10, 123, 99_999_999, 999_999_990]
            + (0..<40_000).map { _ in UInt32.random(in: 0..<1_000_000_000, using: &random) }
        let pseudonyms = try PseudonymKernel(key: key).pseudonyms(
            of: numbers.map(scrambler.scramble),
            scrambler: scrambler,
            workers: Workers(cores: cores)
        )
        #expect(pseudonyms.count == numbers.count)
        for (number, pseudonym) in zip(numbers, pseudonyms) {
            let digits = String(number)
            let nine = String(repeating: "0", count: 9 - digits.count) + digits
            let code = Array(HMAC<SHA256>.authenticationCode(for: Array(nine.utf8), using: key))
            func word(_ bytes: ArraySlice<UInt8>) -> UInt64 {
                bytes.reduce(0) { $0 << 8 | UInt64($1) }
            }
            let expected = Pseudonym(high: word(code[0..<8]), low: word(code[8..<16]))
            guard pseudonym == expected else {
                Issue.record("another pseudonym than the plain computation gives")
                return
            }
        }
    }

    @Test func `another key gives other pseudonyms, another scrambling does not`() throws {
        var random = SeededRandom(seed: 1)
        let (one, other) = (NumberScrambler(using: &random), NumberScrambler(using: &random))
        func pseudonyms(_ key: SymmetricKey, _ scrambler: NumberScrambler) throws -> [Pseudonym] {
            try PseudonymKernel(key: key).pseudonyms(
                of: [scrambler.scramble(900_000_001)],
                scrambler: scrambler,
                workers: Workers(cores: 1)
            )
        }
        #expect(try pseudonyms(key, one) == pseudonyms(key, other))
        let otherKey = SymmetricKey(data: [UInt8](repeating: 1, count: 32))
        #expect(try pseudonyms(key, one) != pseudonyms(otherKey, one))
    }

    @Test func `no numbers have no pseudonyms`() throws {
        let found = try PseudonymKernel(key: key).pseudonyms(
            of: [],
            scrambler: NumberScrambler(),
            workers: Workers(cores: 2)
        )
        #expect(found.isEmpty)
    }

    /// RFC 4231, section 4.2 and 4.3: test cases 1 and 2 for HMAC-SHA-256.
    @Test(arguments: [
        (
            [UInt8](repeating: 0x0B, count: 20), "Hi There",
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), "what do ya want for nothing?",
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
    ])
    func `the primitive gives the codes of RFC 4231`(
        _ key: [UInt8],
        _ text: String,
        _ expected: String
    ) {
        let code = HMAC<SHA256>.authenticationCode(
            for: Array(text.utf8),
            using: SymmetricKey(data: key)
        )
        let hex = code.map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }
        #expect(hex.joined() == expected)
    }
}

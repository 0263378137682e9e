public import Columns
import Crypto
import CryptoExtras
public import Foundation

/// The holder's side of the oblivious service.
public struct ObliviousClient: Sendable {
    /// How many numbers go to the service at a time, so that an answer fits in a pipe.
    public static let batch = 128

    private let publicKey: Data
    private let domain: String

    /// Creates a client that takes answers of one service key only.
    ///
    /// - Parameters:
    ///   - publicKey: the key the service is known by.
    ///   - domain: what the pseudonyms are for; other domains give independent ones.
    /// - Throws: ``ObliviousError/otherKey`` when the bytes are no public key.
    public init(publicKey: Data, domain: String) throws {
        guard (try? P384._VOPRF.PublicKey(compressedRepresentation: publicKey)) != nil else {
            throw ObliviousError.otherKey
        }
        self.publicKey = publicKey
        self.domain = domain
    }

    /// Eight digits that name the service's key and the domain.
    public var mark: String {
        Hexadecimal.text(
            SHA256.hash(data: publicKey + Data("\(Keys.version) oprf \(domain)".utf8)).prefix(4)
        )
    }

    /// Turns scrambled numbers into sender pseudonyms.
    ///
    /// - Parameters:
    ///   - numbers: the numbers, scrambled.
    ///   - scrambler: the permutation under which they stand.
    ///   - ask: hands blinded numbers to the service and gives its answers, in their order.
    /// - Returns: the sender pseudonyms, in the order of the numbers.
    /// - Throws: ``ObliviousError``, or what `ask` throws.
    /// - Complexity: some milliseconds a number.
    public func pseudonyms(
        of numbers: [UInt32],
        scrambler: NumberScrambler,
        ask: ([Data]) throws -> [Data]
    ) throws -> [Pseudonym] {
        let key = try P384._VOPRF.PublicKey(compressedRepresentation: publicKey)
        var result: [Pseudonym] = []
        for start in stride(from: 0, to: numbers.count, by: ObliviousClient.batch) {
            let some = numbers[start..<min(numbers.count, start + ObliviousClient.batch)]
            let blinded = try some.map { number in
                try key.blind(input(scrambler.unscramble(number)))
            }
            let answers = try ask(blinded.map(\.blindedElement.oprfRepresentation))
            guard answers.count == blinded.count else { throw ObliviousError.ended }
            for (input, answer) in zip(blinded, answers) {
                guard
                    let evaluation = try? P384._VOPRF.BlindEvaluation(rawRepresentation: answer)
                else { throw ObliviousError.malformed }
                // The proof is checked here: another key than the published one does not pass.
                guard let output = try? key.finalize(input, using: evaluation) else {
                    throw ObliviousError.otherKey
                }
                result.append(Pseudonym(bytes: output.prefix(16)))
            }
        }
        return result
    }

    private func input(_ number: UInt32) -> Data {
        let digits = String(number)
        let padded = String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
        return Data("\(Keys.version) oprf \(domain) \(padded)".utf8)
    }
}

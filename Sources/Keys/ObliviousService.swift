import Crypto
import CryptoExtras
public import Foundation

/// *Blinde pseudoniemdienst*: makes sender pseudonyms without seeing a number or a pseudonym.
///
/// The verifiable oblivious pseudorandom function of RFC 9497 over P-384. The holder sends a
/// blinded number, which is a point that could belong to any number; the service multiplies it with
/// its key and proves that it used the key it published; only the holder can take the blinding off.
public struct ObliviousService: Sendable {
    private let seed: Data

    /// Takes the key of the service from a root secret.
    ///
    /// The scalar is drawn by hashing until one lies in the group, as RFC 9497 does for its
    /// deterministic keys; with P-384 the first nearly always does.
    public init(_ material: KeyMaterial) throws {
        var counter = 0
        while true {
            let half = material.derived(for: "oprf \(counter) a", salt: [])
            let rest = material.derived(for: "oprf \(counter) b", salt: [])
            let bytes =
                Data(HMAC<SHA256>.authenticationCode(for: Data("scalar".utf8), using: half))
                + Data(HMAC<SHA256>.authenticationCode(for: Data("scalar".utf8), using: rest))
                .prefix(16)
            if (try? P384._VOPRF.PrivateKey(rawRepresentation: bytes)) != nil {
                seed = bytes
                return
            }
            counter += 1
        }
    }

    /// The public key, against which a holder checks that every number meets the same key.
    public func publicKey() throws -> Data {
        try P384._VOPRF.PrivateKey(rawRepresentation: seed).publicKey.compressedRepresentation
    }

    /// Evaluates blinded numbers, in their order.
    ///
    /// - Throws: ``ObliviousError/malformed`` when one is no point of the group.
    public func evaluate(_ blinded: [Data]) throws -> [Data] {
        let key = try P384._VOPRF.PrivateKey(rawRepresentation: seed)
        return try blinded.map { element in
            guard
                let point = try? P384._VOPRF.BlindedElement(oprfRepresentation: element),
                let evaluation = try? key.evaluate(point)
            else { throw ObliviousError.malformed }
            return evaluation.rawRepresentation
        }
    }
}

/// What can go wrong between a holder and the service.
public enum ObliviousError: Error, Equatable, Sendable {
    /// What arrived is no element of the group.
    case malformed
    /// The service used another key than the one it is known by.
    case otherKey
    /// The service ended, or answered with too few lines.
    case ended
}

extension ObliviousService: CustomStringConvertible, CustomReflectable {
    /// Always `‹redacted›`.
    public var description: String { "‹redacted›" }

    /// A mirror without children.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

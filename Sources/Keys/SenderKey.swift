public import Columns

/// *Zendersleutel*: the key with which the holders of a domain turn numbers into sender pseudonyms.
///
/// Holders of the same source share it, because a child at two holders must get the same sender
/// pseudonym. It is therefore no secret between them: each can try every number against a file of
/// another. It keeps out everyone else, the receiving side included, which has no copy of it. Where
/// that is not enough, ``ObliviousService`` leaves the key with a third party.
public struct SenderKey: Sendable {
    private let material: KeyMaterial

    /// Reads a sender key.
    public init(at place: KeyPlace) throws(KeyError) {
        material = try KeyFile.read(place)
    }

    /// Takes over key material.
    public init(_ material: KeyMaterial) {
        self.material = material
    }

    /// Turns scrambled numbers into sender pseudonyms of a domain.
    ///
    /// One key file gives independent pseudonyms in each domain, so that two sources that were
    /// given the same file cannot be joined on them.
    public func kernel(domain: String) -> PseudonymKernel {
        PseudonymKernel(key: material.derived(for: "sender \(domain)", salt: []))
    }

    /// Eight digits that name key and domain, so that a file made with another key is noticed.
    public func mark(domain: String) -> String { material.mark("sender \(domain)") }
}

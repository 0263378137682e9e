import Crypto

/// Everything it takes to turn what a delivery holds into the pseudonyms a store holds.
///
/// Numbers go through the kernel, sender pseudonyms through the translation of their domain; what
/// comes out goes through the translations of later keys, one for each time the store was given
/// another key.
public struct PseudonymMaker: Sendable {
    private let kernel: PseudonymKernel
    private let sender: PseudonymTranslation
    private let later: [PseudonymTranslation]

    /// Creates a maker.
    ///
    /// - Parameters:
    ///   - kernel: makes pseudonyms of numbers.
    ///   - sender: makes pseudonyms of sender pseudonyms.
    ///   - later: what is done to both, in its order.
    public init(
        kernel: PseudonymKernel,
        sender: PseudonymTranslation,
        later: [PseudonymTranslation] = []
    ) {
        self.kernel = kernel
        self.sender = sender
        self.later = later
    }

    /// A maker with keys nobody keeps, for tests.
    public static func withRandomKey() -> PseudonymMaker {
        PseudonymMaker(
            kernel: .withRandomKey(),
            sender: PseudonymTranslation(key: SymmetricKey(size: .bits256))
        )
    }

    /// The pseudonyms of scrambled numbers, in their order.
    public func pseudonyms(
        of numbers: [UInt32],
        scrambler: NumberScrambler,
        workers: Workers
    ) throws -> [Pseudonym] {
        try after(kernel.pseudonyms(of: numbers, scrambler: scrambler, workers: workers), workers)
    }

    /// The pseudonyms of sender pseudonyms, in their order.
    public func pseudonyms(of senders: [Pseudonym], workers: Workers) throws -> [Pseudonym] {
        try after(sender.pseudonyms(of: senders, workers: workers), workers)
    }

    private func after(_ made: [Pseudonym], _ workers: Workers) throws -> [Pseudonym] {
        try later.reduce(made) { try $1.pseudonyms(of: $0, workers: workers) }
    }
}

import Dispatch
import FoundationEssentials
import Synchronization

/// Runs independent pieces of work on the cores of this machine, with the same result on any
/// number of them.
public struct Workers: Sendable {
    /// How many cores may work at the same time.
    public let cores: Int

    /// Creates workers for a number of cores, or for all of this machine.
    public init(cores: Int? = nil) {
        self.cores = max(1, cores ?? ProcessInfo.processInfo.activeProcessorCount)
    }

    /// Gives the result of each piece of work, in the order of the pieces.
    ///
    /// - Throws: the error of the first piece, by its number, that threw.
    public func map<Result: Sendable>(
        _ count: Int,
        _ work: @Sendable (Int) throws -> Result
    ) throws -> [Result] {
        guard cores > 1, count > 1 else { return try (0..<count).map(work) }
        let results = Mutex([Swift.Result<Result, any Error>?](repeating: nil, count: count))
        let next = Atomic<Int>(0)
        DispatchQueue.concurrentPerform(iterations: min(cores, count)) { _ in
            while true {
                let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard piece < count else { return }
                let result = Swift.Result { try work(piece) }
                results.withLock { $0[piece] = result }
            }
        }
        return try results.withLock { all in
            try all.compactMap { try $0?.get() }
        }
    }

    /// Cuts a count into ranges, one for each piece of work.
    public static func ranges(of count: Int, pieces: Int) -> [Range<Int>] {
        let pieces = max(1, min(pieces, count))
        return (0..<pieces).map { count * $0 / pieces..<count * ($0 + 1) / pieces }
    }
}

import Columns
import Crypto
import Foundation

/// What sealing costs: the same columns packed, kept and unpacked again, with and without a seal.
public struct SealingCost: Sendable, Equatable {
    /// Seconds with every chunk sealed and opened.
    public let sealed: Double
    /// Seconds without.
    public let bare: Double

    /// By how many per cent sealing makes the work longer.
    public var percent: Double { (sealed / bare - 1) * 100 }

    /// Measures on one core, both ways in turn, the shortest of some rounds.
    ///
    /// - Parameters:
    ///   - chunks: how many chunks of rows.
    ///   - rounds: how often.
    /// - Returns: the seconds of both ways.
    /// - Throws: a `StoreError` when a chunk does not open, which would be a fault.
    public static func measure(chunks: Int = 64, rounds: Int = 5) throws -> SealingCost {
        // Widths of the columns of youth assistance: codes, days, a municipality.
        let columns = [4, 4, 2, 3, 13, 13, 13, 9].map { bits in
            (0..<UInt32(SealedChunk.size)).map { ($0 &* 2_654_435_761) >> UInt32(32 - bits) }
        }
        let seal = SealedChunk(
            key: SymmetricKey(size: .bits256),
            store: StoreIdentity(bytes: DeliveryStore.randomBytes(16)),
            segment: 1,
            deliveries: [(1, 1)]
        )
        func seconds(_ isSealed: Bool) throws -> Double {
            var back: [UInt32] = []
            back.reserveCapacity(SealedChunk.size)
            let start = DispatchTime.now().uptimeNanoseconds
            for chunk in 0..<chunks {
                let column = columns[chunk % columns.count]
                var bytes = BitPacking.pack(column)
                if isSealed {
                    let kept = try seal.seal(bytes, column: "speed", part: chunk)
                    bytes = try seal.open(kept, column: "speed", part: chunk)
                }
                back.removeAll(keepingCapacity: true)
                try BitPacking.unpack(bytes, appendingTo: &back)
                guard back.count == column.count else {
                    throw StoreError.damagedChunk(segment: 1, column: "speed", part: chunk)
                }
            }
            return Double(DispatchTime.now().uptimeNanoseconds - start) / 1e9
        }
        var sealed = Double.infinity
        var bare = Double.infinity
        for _ in 0..<rounds {
            bare = min(bare, try seconds(false))
            sealed = min(sealed, try seconds(true))
        }
        return SealingCost(sealed: sealed, bare: bare)
    }
}

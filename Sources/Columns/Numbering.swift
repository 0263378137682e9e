/// Gives the distinct scrambled numbers of a column, and for each row the place of its number.
///
/// Open addressing on the scrambled value itself, which is already spread evenly.
public struct Numbering: Sendable {
    /// The place of a row that has no number.
    public static let nobody = UInt32.max

    /// The distinct numbers in order of first appearance within their share of the work.
    public internal(set) var distinct: [UInt32]

    /// For each row the index into ``distinct``, or ``nobody``.
    public internal(set) var places: [UInt32]

    /// Numbers the rows of a column.
    ///
    /// - Complexity: O(*n*) expected, over the workers' cores.
    public init(_ numbers: [UInt32], workers: Workers) throws {
        let shares = workers.cores
        let found = try workers.map(shares) { share in
            UnsafeNumberTable.number(numbers, share: UInt64(share), of: UInt64(shares))
        }
        var distinct: [UInt32] = []
        var bases: [UInt32] = []
        distinct.reserveCapacity(found.reduce(0) { $0 + $1.distinct.count })
        for part in found {
            bases.append(UInt32(distinct.count))
            distinct.append(contentsOf: part.distinct)
        }
        self.distinct = distinct
        places =
            found.count == 1
            ? found[0].places
            : UnsafeNumberTable.join(found.map(\.places), bases: bases)
    }
}

/// Gives the distinct scrambled numbers of a column, and for each row the place of its number.
///
/// Buckets by the first bits of the scrambled value, which is spread evenly, and open addressing
/// within each; the same on any number of cores.
public struct Numbering: Sendable {
    /// The place of a row that has no number.
    public static let nobody = UInt32.max

    /// The distinct numbers, by their first bits and then in order of first appearance.
    public internal(set) var distinct: [UInt32]

    /// For each row the index into ``distinct``, or ``nobody``.
    public internal(set) var places: [UInt32]

    /// Numbers the rows of a column.
    ///
    /// - Complexity: O(*n*) expected, over the workers' cores.
    public init(_ numbers: [UInt32], workers: Workers) throws {
        let bits = UnsafeNumberTable.bits(rows: numbers.count)
        let found = try Numbering.byBucket(numbers, bits: bits, workers: workers)
        var bases: [UInt32] = []
        var sum: UInt32 = 0
        for part in found.distinct {
            bases.append(sum)
            sum += UInt32(part.count)
        }
        distinct = Array.flattened(found.distinct)
        let firsts = bases
        places = try workers.filled(numbers.count) { range, out in
            for row in range {
                let number = numbers[row]
                out.append(
                    NumberState.isNumber(number)
                        ? firsts[UnsafeNumberTable.bucket(of: number, bits)] + found.places[row]
                        : Numbering.nobody
                )
            }
        }
    }

    private static func byBucket(
        _ numbers: [UInt32],
        bits: Int,
        workers: Workers
    ) throws -> (distinct: [[UInt32]], places: [UInt32]) {
        let (pairs, starts) = try UnsafeNumberTable.buckets(numbers, bits: bits, workers: workers)
        return try UnsafeNumberTable.number(
            pairs,
            starts: starts,
            rows: numbers.count,
            workers: workers
        )
    }
}

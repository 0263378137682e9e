/// The distinct pseudonyms of some lists in ascending order, and where each entry went.
///
/// Pseudonyms are spread evenly, so one pass into buckets by their first bits leaves a handful in
/// each, which are then sorted by comparison: a radix sort of one digit.
public struct PseudonymOrder: Sendable {
    /// The distinct pseudonyms, ascending.
    public let distinct: [Pseudonym]

    /// For each entry the place of its pseudonym in ``distinct``.
    public let places: [UInt32]

    /// Orders pseudonyms, which may occur more than once.
    ///
    /// - Complexity: O(*n*) expected for evenly spread pseudonyms.
    public init(_ pseudonyms: [Pseudonym]) {
        let count = pseudonyms.count
        var bits = 1
        while bits < 22, 1 << bits < count / 4 { bits += 1 }
        let shift = UInt64(64 - bits)
        var starts = [UInt32](repeating: 0, count: 1 << bits + 1)
        for pseudonym in pseudonyms { starts[Int(pseudonym.high >> shift) + 1] += 1 }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        var order = [UInt32](repeating: 0, count: count)
        var next = starts
        for (index, pseudonym) in pseudonyms.enumerated() {
            let bucket = Int(pseudonym.high >> shift)
            order[Int(next[bucket])] = UInt32(index)
            next[bucket] += 1
        }
        var distinct: [Pseudonym] = []
        distinct.reserveCapacity(count)
        var places = [UInt32](repeating: 0, count: count)
        for bucket in 0..<(1 << bits) {
            let range = Int(starts[bucket])..<Int(starts[bucket + 1])
            if range.count > 1 { PseudonymOrder.sort(&order, range, by: pseudonyms) }
            for position in range {
                let index = Int(order[position])
                if distinct.last != pseudonyms[index] || distinct.isEmpty {
                    distinct.append(pseudonyms[index])
                }
                places[index] = UInt32(distinct.count - 1)
            }
        }
        self.distinct = distinct
        self.places = places
    }

    private static func sort(
        _ order: inout [UInt32],
        _ range: Range<Int>,
        by pseudonyms: [Pseudonym]
    ) {
        guard range.count <= 32 else {
            order[range].sort { pseudonyms[Int($0)] < pseudonyms[Int($1)] }
            return
        }
        for upper in range.dropFirst() {
            let moving = order[upper]
            let value = pseudonyms[Int(moving)]
            var hole = upper
            while hole > range.lowerBound, value < pseudonyms[Int(order[hole - 1])] {
                order[hole] = order[hole - 1]
                hole -= 1
            }
            order[hole] = moving
        }
    }
}

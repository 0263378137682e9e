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
    /// Each worker owns a range of buckets and passes over all pseudonyms to find those that fall
    /// into them.
    ///
    /// - Throws: what a worker throws; ordering itself throws nothing.
    /// - Complexity: O(*n*) expected for evenly spread pseudonyms.
    public init(_ pseudonyms: [Pseudonym], workers: Workers) throws {
        let count = pseudonyms.count
        var bits = 1
        while bits < 22, 1 << bits < count / 4 { bits += 1 }
        let shift = UInt64(64 - bits)
        let ranges = Workers.ranges(of: 1 << bits, pieces: workers.cores)
        let parts = try workers.map(ranges.count) { piece in
            PseudonymOrder.part(of: pseudonyms, buckets: ranges[piece], shift: shift)
        }
        var before: UInt32 = 0
        var places = [UInt32](repeating: 0, count: count)
        for part in parts {
            for (index, place) in zip(part.order, part.places) {
                places[Int(index)] = before + place
            }
            before += UInt32(part.distinct.count)
        }
        distinct = Array.flattened(parts.map(\.distinct))
        self.places = places
    }

    /// The pseudonyms of some buckets: their places in the list, and among the distinct ones.
    private struct Part: Sendable {
        var order: [UInt32]
        var places: [UInt32]
        var distinct: [Pseudonym]
    }

    private static func part(
        of pseudonyms: [Pseudonym],
        buckets: Range<Int>,
        shift: UInt64
    ) -> Part {
        var starts = [UInt32](repeating: 0, count: buckets.count + 1)
        for pseudonym in pseudonyms {
            let bucket = Int(pseudonym.high >> shift)
            if buckets.contains(bucket) { starts[bucket - buckets.lowerBound + 1] += 1 }
        }
        for bucket in 1..<starts.count { starts[bucket] += starts[bucket - 1] }
        let count = Int(starts[buckets.count])
        var order = [UInt32](repeating: 0, count: count)
        var next = starts
        for (index, pseudonym) in pseudonyms.enumerated() {
            let bucket = Int(pseudonym.high >> shift)
            guard buckets.contains(bucket) else { continue }
            let own = bucket - buckets.lowerBound
            order[Int(next[own])] = UInt32(index)
            next[own] += 1
        }
        var distinct: [Pseudonym] = []
        distinct.reserveCapacity(count)
        var places = [UInt32](repeating: 0, count: count)
        for bucket in 0..<buckets.count {
            let range = Int(starts[bucket])..<Int(starts[bucket + 1])
            if range.count > 1 { PseudonymOrder.sort(&order, range, by: pseudonyms) }
            for position in range {
                let pseudonym = pseudonyms[Int(order[position])]
                if distinct.last != pseudonym || distinct.isEmpty { distinct.append(pseudonym) }
                places[position] = UInt32(distinct.count - 1)
            }
        }
        return Part(order: order, places: places, distinct: distinct)
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

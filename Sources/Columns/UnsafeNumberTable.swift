/// The work behind ``Numbering``: rows are put into buckets by the first bits of their number, and
/// each bucket, small enough to stay near, is numbered with a hash table of its own.
///
/// One table for all numbers would be looked up in main memory for each row.
enum UnsafeNumberTable {
    /// How many bits of a number choose its bucket, for a number of rows.
    static func bits(rows: Int) -> Int {
        var bits = 0
        while bits < 9, rows >> (14 + bits) > 0 { bits += 1 }
        return bits
    }

    /// The rows by bucket, each as its number (upper half) and its row, rows ascending; and where
    /// each bucket begins.
    static func buckets(
        _ numbers: [UInt32],
        bits: Int,
        workers: Workers
    ) throws -> (pairs: [UInt64], starts: [Int]) {
        let pieces = Workers.ranges(of: numbers.count, pieces: workers.cores)
        let counts = try workers.map(pieces.count) { piece in
            var counts = [Int](repeating: 0, count: 1 << bits)
            for row in pieces[piece] where NumberState.isNumber(numbers[row]) {
                counts[bucket(of: numbers[row], bits)] += 1
            }
            return counts
        }
        var starts: [Int] = []
        var next = counts
        var sum = 0
        for bucket in 0..<1 << bits {
            starts.append(sum)
            for piece in counts.indices {
                next[piece][bucket] = sum
                sum += counts[piece][bucket]
            }
        }
        starts.append(sum)
        let places = next
        let pairs = try unsafe [UInt64](unsafeUninitializedCapacity: sum) { buffer, filled in
            let shared = unsafe SharedRoom(room: buffer)
            _ = try workers.map(pieces.count) { piece in
                var next = places[piece]
                for row in pieces[piece] where NumberState.isNumber(numbers[row]) {
                    let bucket = bucket(of: numbers[row], bits)
                    // SAFETY: each piece has places of its own in each bucket, as many as it has
                    // rows there, so each of the `sum` elements is written once.
                    unsafe shared.room[next[bucket]] = UInt64(numbers[row]) << 32 | UInt64(row)
                    next[bucket] += 1
                }
            }
            filled = sum
        }
        return (pairs, starts)
    }

    /// The bucket of a number.
    @inline(__always)
    static func bucket(of number: UInt32, _ bits: Int) -> Int {
        Int(UInt64(number) >> UInt64(32 - bits))
    }

    /// Numbers the rows of each bucket: the distinct numbers by bucket, and for each row that has a
    /// number its place among those of its bucket; the other places hold anything.
    static func number(
        _ pairs: [UInt64],
        starts: [Int],
        rows: Int,
        workers: Workers
    ) throws -> (distinct: [[UInt32]], places: [UInt32]) {
        var distinct: [[UInt32]] = []
        let places = try unsafe [UInt32](unsafeUninitializedCapacity: rows) { buffer, filled in
            let shared = unsafe SharedRoom(room: buffer)
            distinct = try workers.map(starts.count - 1) { bucket in
                var distinct: [UInt32] = []
                var table = [UInt64](repeating: 0, count: 1_024)
                for index in starts[bucket]..<starts[bucket + 1] {
                    if distinct.count * 2 >= table.count { table = grown(table) }
                    let number = UInt32(truncatingIfNeeded: pairs[index] >> 32)
                    let place = place(of: number, in: &table, &distinct)
                    // SAFETY: a row stands in one bucket, once, and is below `rows`.
                    unsafe shared.room[Int(UInt32(truncatingIfNeeded: pairs[index]))] = place
                }
                return distinct
            }
            // SAFETY: elements of rows without a number hold whatever was there, as four bytes may.
            filled = rows
        }
        return (distinct, places)
    }

    /// The place of a number among the distinct ones, where it is put when it is new.
    @inline(__always)
    private static func place(
        of number: UInt32,
        in table: inout [UInt64],
        _ distinct: inout [UInt32]
    ) -> UInt32 {
        let mask = table.count - 1
        var slot = Int((number &* 0x9E37_79B1) >> 3) & mask
        while true {
            let entry = table[slot]
            if entry == 0 {
                // An entry is the number and its place plus one, so that 0 is free.
                table[slot] = UInt64(number) << 32 | UInt64(distinct.count + 1)
                distinct.append(number)
                return UInt32(distinct.count - 1)
            }
            if UInt32(truncatingIfNeeded: entry >> 32) == number {
                return UInt32(truncatingIfNeeded: entry) - 1
            }
            slot = (slot + 1) & mask
        }
    }

    private static func grown(_ table: [UInt64]) -> [UInt64] {
        var larger = [UInt64](repeating: 0, count: table.count * 2)
        let mask = larger.count - 1
        for entry in table where entry != 0 {
            let number = UInt32(truncatingIfNeeded: entry >> 32)
            var slot = Int((number &* 0x9E37_79B1) >> 3) & mask
            while larger[slot] != 0 { slot = (slot + 1) & mask }
            larger[slot] = entry
        }
        return larger
    }
}

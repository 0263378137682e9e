/// The hash table behind ``Numbering``.
enum UnsafeNumberTable {
    /// Numbers those rows whose scrambled number falls to a share.
    static func number(
        _ numbers: [UInt32],
        share: UInt64,
        of shares: UInt64
    ) -> (distinct: [UInt32], places: [UInt32]) {
        var capacity = 1024
        while capacity < numbers.count / Int(shares) / 2 { capacity *= 2 }
        var distinct: [UInt32] = []
        var table = [UInt64](repeating: 0, count: capacity)
        let places = unsafe [UInt32](unsafeUninitializedCapacity: numbers.count) { out, count in
            // SAFETY: `out` has room for `numbers.count` values, each written once in order.
            count = numbers.count
            for row in numbers.indices {
                let number = numbers[row]
                guard NumberState.isNumber(number), (UInt64(number) * shares) >> 32 == share else {
                    unsafe out[row] = Numbering.nobody
                    continue
                }
                if distinct.count * 2 >= table.count { table = grown(table) }
                let mask = table.count - 1
                var slot = Int((number &* 0x9E37_79B1) >> 3) & mask
                while true {
                    let entry = table[slot]
                    if entry == 0 {
                        // An entry is the number and its place plus one, so that 0 is free.
                        table[slot] = UInt64(number) << 32 | UInt64(distinct.count + 1)
                        unsafe out[row] = UInt32(distinct.count)
                        distinct.append(number)
                        break
                    }
                    if UInt32(truncatingIfNeeded: entry >> 32) == number {
                        unsafe out[row] = UInt32(truncatingIfNeeded: entry) - 1
                        break
                    }
                    slot = (slot + 1) & mask
                }
            }
        }
        return (distinct, places)
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

    /// Puts the places of the shares together; of each row at most one share has a place.
    static func join(_ parts: [[UInt32]], bases: [UInt32]) -> [UInt32] {
        guard var joined = parts.first else { return [] }
        for (part, base) in zip(parts, bases).dropFirst() {
            for row in joined.indices where part[row] != Numbering.nobody {
                joined[row] = part[row] + base
            }
        }
        return joined
    }
}

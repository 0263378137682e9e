/// *Jaro-Winkler*: how alike two names are, from 0 to 1.
///
/// Winkler, "String comparator metrics and enhanced decision rules in the Fellegi-Sunter model of
/// record linkage" (1990): the share of characters in common within half the longer length, less
/// for those out of order, and more for up to four first characters that are the same.
public enum JaroWinkler {
    /// How much each same first character adds.
    static let prefixScale = 0.1

    /// The similarity of two names as bytes; 1 when they are the same, 0 when one is empty.
    ///
    /// - Complexity: O(*n* · *m*), without a byte allocated for names up to 64 bytes.
    public static func similarity(_ one: [UInt8], _ other: [UInt8]) -> Double {
        guard one != other else { return one.isEmpty ? 0 : 1 }
        // Bits stand for places that were matched; longer names are compared by their first 64.
        let first = one.prefix(64)
        let second = other.prefix(64)
        guard !first.isEmpty, !second.isEmpty else { return 0 }
        let reach = max(0, max(first.count, second.count) / 2 - 1)
        var usedFirst: UInt64 = 0
        var usedSecond: UInt64 = 0
        var common = 0
        for place in 0..<first.count {
            let low = max(0, place - reach)
            let high = min(second.count, place + reach + 1)
            guard low < high else { continue }
            for candidate in low..<high
            where usedSecond & (1 << UInt64(candidate)) == 0 && first[place] == second[candidate] {
                usedFirst |= 1 << UInt64(place)
                usedSecond |= 1 << UInt64(candidate)
                common += 1
                break
            }
        }
        guard common > 0 else { return 0 }
        var outOfOrder = 0
        var candidate = 0
        for place in 0..<first.count where usedFirst & (1 << UInt64(place)) != 0 {
            while usedSecond & (1 << UInt64(candidate)) == 0 { candidate += 1 }
            if first[place] != second[candidate] { outOfOrder += 1 }
            candidate += 1
        }
        let matched = Double(common)
        let jaro =
            (matched / Double(first.count) + matched / Double(second.count)
                + (matched - Double(outOfOrder) / 2) / matched) / 3
        var prefix = 0
        while prefix < min(4, first.count, second.count), first[prefix] == second[prefix] {
            prefix += 1
        }
        return jaro + Double(prefix) * prefixScale * (1 - jaro)
    }
}

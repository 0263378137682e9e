/// How alike two texts are, by Unicode scalar.
///
/// Nothing is folded: case, accents and blanks count. Texts that may be written in several ways in
/// Unicode are best brought to one form (NFC) first.
public enum StringDistance: String, CaseIterable, Sendable {
    /// Jaro's similarity, raised for a common beginning of up to four characters.
    ///
    /// Winkler, *Proc. Section on Survey Research Methods* (1990) 354–359.
    case jaroWinkler = "jaro-winkler"
    /// The mean of the shares of common characters in each text and of those in the same order.
    ///
    /// Jaro, *JASA* 84 (1989) 414–420; common characters stand at most half the longer length less
    /// one apart.
    case jaro
    /// Insertions, deletions and replacements that turn one text into the other.
    ///
    /// Levenshtein, *Soviet Physics Doklady* 10 (1966) 707–710.
    case levenshtein

    /// The similarity from 0 to 1; for Levenshtein 1 − distance / longer length.
    ///
    /// - Parameters:
    ///   - a: a text.
    ///   - b: another.
    ///   - prefixWeight: Winkler's p, at most 0.25.
    ///   - boostFrom: the similarity of Jaro from which the beginning counts; 0 is always.
    ///   - countsHalves: whether an odd character out of order is half a transposition, as in R's
    ///     `stringdist`, or none, as in Winkler's code, `RecordLinkage` and `jellyfish`.
    /// - Returns: 1 for equal texts, also two empty ones.
    public func similarity(
        _ a: String,
        _ b: String,
        prefixWeight: Double = 0.1,
        boostFrom: Double = 0,
        countsHalves: Bool = false
    ) -> Double {
        let first = Array(a.unicodeScalars)
        let second = Array(b.unicodeScalars)
        switch self {
        case .levenshtein:
            let longest = max(first.count, second.count)
            return longest == 0 ? 1 : 1 - Double(Self.edits(first, second)) / Double(longest)
        case .jaro: return Self.jaro(first, second, countsHalves)
        case .jaroWinkler:
            let jaro = Self.jaro(first, second, countsHalves)
            guard jaro > boostFrom || boostFrom == 0 else { return jaro }
            let common = zip(first, second).prefix(4).prefix { $0 == $1 }.count
            return jaro + Double(common) * prefixWeight * (1 - jaro)
        }
    }

    /// The number of edits between two texts.
    public static func edits(_ a: String, _ b: String) -> Int {
        edits(Array(a.unicodeScalars), Array(b.unicodeScalars))
    }

    private static func edits(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var line = Array(0...b.count)
        for (row, left) in a.enumerated() {
            var diagonal = line[0]
            line[0] = row + 1
            for (column, right) in b.enumerated() {
                let above = line[column + 1]
                line[column + 1] = min(
                    diagonal + (left == right ? 0 : 1),
                    min(above, line[column]) + 1
                )
                diagonal = above
            }
        }
        return line[b.count]
    }

    private static func jaro(
        _ a: [Unicode.Scalar],
        _ b: [Unicode.Scalar],
        _ countsHalves: Bool
    ) -> Double {
        if a.isEmpty && b.isEmpty { return 1 }
        if a.isEmpty || b.isEmpty { return 0 }
        let window = max(0, max(a.count, b.count) / 2 - 1)
        var isTaken = Array(repeating: false, count: b.count)
        var common: [Unicode.Scalar] = []
        for (place, scalar) in a.enumerated() {
            let low = max(0, place - window)
            let high = min(b.count - 1, place + window)
            guard low <= high,
                let found = (low...high).first(where: { !isTaken[$0] && b[$0] == scalar })
            else { continue }
            isTaken[found] = true
            common.append(scalar)
        }
        guard !common.isEmpty else { return 0 }
        let others = b.indices.filter { isTaken[$0] }.map { b[$0] }
        let moved = zip(common, others).filter { $0 != $1 }.count
        let m = Double(common.count)
        let transpositions = countsHalves ? Double(moved) / 2 : Double(moved / 2)
        return (m / Double(a.count) + m / Double(b.count) + (m - transpositions) / m) / 3
    }
}

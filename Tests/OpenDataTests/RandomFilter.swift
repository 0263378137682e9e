import TestSupport

@testable import OpenData

/// A random filter with the text that stands for it and the slow judge that says what it means.
struct RandomFilter {
    let dialect: ODataDialect
    var chance: SeededGenerator

    static let codes = ["T", "01", "02", "o'neil", "NL01  ", "é", ""]
    static let rows: [(code: String, other: String, number: Int64?)] = (0..<60).map { row in
        (codes[row % 7], codes[(row / 7) % 7], row % 5 == 0 ? nil : Int64(row % 13) - 4)
    }

    /// The rows as an entity set: a column out of a list, one of texts and one of numbers.
    static let set = EntitySet(
        name: "Set",
        columns: [
            EntitySet.Column(
                name: "A",
                isNumeric: false,
                content: .coded(codes) { $0 % 7 }
            ),
            EntitySet.Column(
                name: "B",
                isNumeric: false,
                content: .values { .text(rows[$0].other) }
            ),
            EntitySet.Column(
                name: "N",
                isNumeric: true,
                content: .values { rows[$0].number.map { .integer($0) } ?? .null }
            ),
        ],
        count: rows.count
    )

    /// A filter of at most so many levels: the text, and what it says of a row.
    mutating func make(_ depth: Int) -> (text: String, holds: (Int) -> Bool) {
        guard depth > 0, chance.below(4) > 0 else { return leaf() }
        let left = make(depth - 1)
        switch chance.below(4) {
        case 0: return ("not (\(left.text))", { !left.holds($0) })
        case 1: return ("(\(left.text))", left.holds)
        case 2:
            let right = make(depth - 1)
            return (
                "(\(left.text)) or (\(right.text))", { left.holds($0) || right.holds($0) }
            )
        default:
            let right = make(depth - 1)
            return (
                "(\(left.text)) and (\(right.text))", { left.holds($0) && right.holds($0) }
            )
        }
    }

    private mutating func leaf() -> (text: String, holds: (Int) -> Bool) {
        let rows = RandomFilter.rows
        let isFirst = chance.below(2) == 0
        let name = isFirst ? "A" : "B"
        let found: (Int) -> String = { isFirst ? rows[$0].code : rows[$0].other }
        let code = RandomFilter.codes[chance.below(RandomFilter.codes.count)]
        let quoted =
            "'"
            + code.split(separator: "'", omittingEmptySubsequences: false)
            .joined(separator: "''") + "'"
        func bare(_ text: String) -> String {
            var text = text
            while text.hasSuffix(" ") { text.removeLast() }
            return text
        }
        switch chance.below(6) {
        case 0: return ("\(name) eq \(quoted)", { bare(found($0)) == bare(code) })
        case 1: return ("\(quoted) ne \(name)", { bare(found($0)) != bare(code) })
        case 2: return ("startswith(\(name),\(quoted)) eq true", { found($0).hasPrefix(code) })
        case 3:
            let text =
                dialect == .v3 ? "substringof(\(quoted),\(name))" : "contains(\(name),\(quoted))"
            return (text, { code.isEmpty || found($0).contains(code) })
        case 4:
            let bound = Int64(chance.below(13)) - 4
            return ("N le \(bound)", { rows[$0].number.map { $0 <= bound } ?? false })
        default: return ("N ne null", { rows[$0].number != nil })
        }
    }
}

extension SeededGenerator {
    /// A whole number from nothing up to a bound.
    mutating func below(_ bound: Int) -> Int { number(0...(bound - 1)) }
}

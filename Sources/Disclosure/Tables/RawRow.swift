/// What one row says of its cell, before it is known how many decimals the system has.
struct RawRow {
    private enum Print {
        case exact(TableNumber)
        case suppressed
        case rounded(TableNumber, TableNumber, CellKnowledge.RoundingMode)
        case derived(TableNumber)
        case interval(TableNumber?, TableNumber?)
    }

    private let print: Print
    private let weight: Int?
    private let contributors: [TableNumber]
    private let holders: Int?
    private let isFrozen: Bool
    /// The most decimals in the row.
    let decimals: Int

    /// Whether the row tells the true number.
    var isExact: Bool {
        if case .exact = print { true } else { false }
    }

    init(
        _ fields: [String],
        _ header: TableHeader,
        path: String,
        row: Int
    ) throws(TableError) {
        func number(_ column: String) throws(TableError) -> TableNumber? {
            let text = header.field(column, fields)
            guard !text.isEmpty else { return nil }
            guard let number = TableNumber(text) else {
                throw .malformedNumber(path: path, row: row, column: column)
            }
            return number
        }
        func needed(_ column: String) throws(TableError) -> TableNumber {
            guard let number = try number(column) else {
                throw .incompleteStatus(path: path, row: row, column: column)
            }
            return number
        }
        switch header.field("status", fields) {
        case "", "published": print = .exact(try needed("value"))
        case "suppressed": print = .suppressed
        case "derived": print = .derived(try needed("value"))
        case "interval":
            let (low, high) = (try number("lo"), try number("hi"))
            guard low != nil || high != nil else {
                throw .incompleteStatus(path: path, row: row, column: "lo")
            }
            print = .interval(low, high)
        case "rounded":
            guard
                let mode = CellKnowledge.RoundingMode(rawValue: header.field("mode", fields))
            else { throw .incompleteStatus(path: path, row: row, column: "mode") }
            let base = try needed("base")
            guard base.digits > 0 else {
                throw .malformedNumber(path: path, row: row, column: "base")
            }
            print = .rounded(try needed("value"), base, mode)
        default: throw .unknownStatus(path: path, row: row)
        }
        let list = header.field("contributors", fields)
        guard let contributors = list.isEmpty ? [] : TableNumber.list(list) else {
            throw .malformedNumber(path: path, row: row, column: "contributors")
        }
        self.contributors = contributors
        weight = try number("weight").map { Int($0.digits) }
        holders = try number("holders").map { Int($0.digits) }
        switch header.field("frozen", fields) {
        case "", "0": isFrozen = false
        case "1": isFrozen = true
        default: throw .malformedNumber(path: path, row: row, column: "frozen")
        }
        let numbers: [TableNumber] =
            switch print {
            case .exact(let value), .derived(let value): [value]
            case .rounded(let value, let base, _): [value, base]
            case .interval(let low, let high): [low, high].compactMap(\.self)
            case .suppressed: []
            }
        decimals = (numbers + contributors).map(\.decimals).max() ?? 0
    }

    /// The cell with numbers scaled to the decimals of the system.
    func cell(decimals: Int) -> TableCell {
        func scaled(_ number: TableNumber) -> Int { Int(number.scaled(to: decimals)) }
        let knowledge: CellKnowledge =
            switch print {
            case .exact(let value): .exact(scaled(value))
            case .suppressed: .suppressed
            case .derived(let value): .derived(scaled(value))
            case .interval(let low, let high): .interval(low.map(scaled), high.map(scaled))
            case .rounded(let value, let base, let mode):
                .rounded(scaled(value), base: scaled(base), mode: mode)
            }
        return TableCell(
            knowledge,
            weight: weight,
            contributors: contributors.map(scaled).sorted(by: >),
            holders: holders,
            isFrozen: isFrozen
        )
    }
}

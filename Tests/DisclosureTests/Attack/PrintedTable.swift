import Disclosure

/// A small table as it is printed, rows from top to bottom, the last row and column totals.
///
/// `12` printed, `.` withheld, `?` printed nowhere, `~10` rounded to 5 to the nearest, `^10` to
/// either side, `=12` a sum of printed figures, `3..7` an interval.
struct PrintedTable {
    let columns: Int
    let knowledge: [CellKnowledge]

    init(_ text: String) {
        let rows = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
        columns = rows[0].count
        precondition(rows.allSatisfy { $0.count == rows[0].count }, "rows of one length")
        knowledge = rows.joined().map(Self.cell)
    }

    private static func cell(_ text: String) -> CellKnowledge {
        func number(_ text: some StringProtocol) -> Int {
            guard let number = Int(text) else { preconditionFailure("no number: \(text)") }
            return number
        }
        switch text.first {
        case ".": return .suppressed
        case "?": return .absent
        case "~": return .rounded(number(text.dropFirst()), base: 5, mode: .nearest)
        case "^": return .rounded(number(text.dropFirst()), base: 5, mode: .adjacent)
        case "=": return .derived(number(text.dropFirst()))
        default:
            let ends = text.split(separator: "..", omittingEmptySubsequences: false)
            if ends.count == 2 { return .interval(number(ends[0]), number(ends[1])) }
            return .exact(number(text))
        }
    }

    /// The system, named `r1c1` and so on, relations `row 1` and `column 1`.
    var system: CellSystem {
        let rows = knowledge.count / columns
        let labels = GivenLabels(
            cells: knowledge.indices.map { "r\($0 / columns + 1)c\($0 % columns + 1)" },
            relations: (rows > 1 || columns > 1)
                ? (columns > 1 ? (1...rows).map { "row \($0)" } : [])
                    + (rows > 1 ? (1...columns).map { "column \($0)" } : []) : []
        )
        var system = CellSystem(labels: labels)
        for cell in knowledge { system.addCell(cell) }
        if columns > 1 {
            for row in 0..<rows {
                system.addSum(
                    of: (0..<columns - 1).map { row * columns + $0 },
                    equals: row * columns + columns - 1
                )
            }
        }
        if rows > 1 {
            for column in 0..<columns {
                system.addSum(
                    of: (0..<rows - 1).map { $0 * columns + column },
                    equals: (rows - 1) * columns + column
                )
            }
        }
        return system
    }

    /// The interval of every cell that is not printed as it is, in reading order.
    func intervals(_ settings: AttackSettings = AttackSettings()) throws -> [String] {
        var settings = settings
        settings.everyInterval = true
        let report = try Attacker(system, settings: settings).run()
        return knowledge.indices.compactMap { cell in
            if case .exact = knowledge[cell] { return nil }
            let low = report.low[cell].map(String.init) ?? "-"
            return low + ".." + (report.high[cell].map(String.init) ?? "-")
        }
    }
}

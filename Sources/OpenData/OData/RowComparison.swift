/// Ties a comparison to columns.
///
/// Texts are compared without the spaces behind them, because Statistics Netherlands pads some
/// keys; numbers as numbers. No value is less or greater than `null`, and only `null` equals it.
struct RowComparison {
    let set: EntitySet
    let comparison: FilterExpression.Comparison

    /// The test on two operands.
    ///
    /// - Throws: ``ODataError`` where a column is not there or of another kind than its literal.
    func test(
        _ left: FilterExpression.Operand,
        _ right: FilterExpression.Operand
    ) throws(ODataError) -> RowTest {
        switch (left.content, right.content) {
        case (.column(let name), .column(let other)):
            return try columns(set.filterColumn(name), set.filterColumn(other))
        case (.column(let name), _):
            return try column(set.filterColumn(name), comparison, right)
        case (_, .column(let name)):
            return try column(set.filterColumn(name), comparison.mirrored, left)
        case (.text(let left), .text(let right)):
            return .always(comparison.holds(RowComparison.bare(left), RowComparison.bare(right)))
        case (.number(let left), .number(let right)):
            return .always(comparison.holds(left, right))
        case (.null, .null): return .always(comparison == .equal)
        case (.null, _), (_, .null): return .always(comparison == .notEqual)
        default:
            throw .badExpression(
                option: "$filter",
                place: right.place,
                expected: "two texts or two numbers"
            )
        }
    }

    private func column(
        _ column: EntitySet.Column,
        _ comparison: FilterExpression.Comparison,
        _ operand: FilterExpression.Operand
    ) throws(ODataError) -> RowTest {
        switch (operand.content, column.content) {
        case (.text(let text), .coded(let codes, let place)):
            let text = RowComparison.bare(text)
            return .coded(codes.map { comparison.holds(RowComparison.bare($0), text) }, place)
        case (.text(let text), .values(let value)) where !column.isNumeric:
            let text = RowComparison.bare(text)
            return .judged { row in
                guard case .text(let found) = value(row) else { return comparison == .notEqual }
                return comparison.holds(RowComparison.bare(found), text)
            }
        case (.number(let number), .values(let value)) where column.isNumeric:
            return .judged { row in
                guard let found = value(row).number else { return comparison == .notEqual }
                return comparison.holds(found, number)
            }
        case (.null, _):
            return .judged { row in
                let isNull = column.value(row) == .null
                switch comparison {
                case .equal: return isNull
                case .notEqual: return !isNull
                default: return false
                }
            }
        default:
            throw .badExpression(
                option: "$filter",
                place: operand.place,
                expected: column.isNumeric ? "a number" : "a text in quotes"
            )
        }
    }

    private func columns(
        _ left: EntitySet.Column,
        _ right: EntitySet.Column
    ) throws(ODataError) -> RowTest {
        let comparison = comparison
        return .judged { row in
            switch (left.value(row), right.value(row)) {
            case (.text(let left), .text(let right)):
                return comparison.holds(RowComparison.bare(left), RowComparison.bare(right))
            case (.null, .null): return comparison == .equal
            case (let left, let right):
                guard let left = left.number, let right = right.number else {
                    return comparison == .notEqual
                }
                return comparison.holds(left, right)
            }
        }
    }

    /// The text without the spaces behind it.
    static func bare(_ text: String) -> String {
        guard text.utf8.last == 0x20 else { return text }
        return String(text.reversed().drop { $0 == " " }.reversed())
    }
}

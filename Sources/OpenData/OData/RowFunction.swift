/// Ties a function on two texts to columns.
struct RowFunction {
    let set: EntitySet
    let function: FilterExpression.Function

    /// The test on two operands.
    ///
    /// - Throws: ``ODataError`` where a column is not there or an operand is no text.
    func test(
        _ first: FilterExpression.Operand,
        _ second: FilterExpression.Operand
    ) throws(ODataError) -> RowTest {
        let function = function
        switch (try side(first), try side(second)) {
        case (.literal(let first), .literal(let second)):
            return .always(function.holds(first, second))
        case (.column(let column), .literal(let text)):
            if case .coded(let codes, let place) = column.content {
                return .coded(codes.map { function.holds($0, text) }, place)
            }
            return .judged { row in
                guard case .text(let found) = column.value(row) else { return false }
                return function.holds(found, text)
            }
        case (.literal(let text), .column(let column)):
            if case .coded(let codes, let place) = column.content {
                return .coded(codes.map { function.holds(text, $0) }, place)
            }
            return .judged { row in
                guard case .text(let found) = column.value(row) else { return false }
                return function.holds(text, found)
            }
        case (.column(let first), .column(let second)):
            return .judged { row in
                guard case .text(let first) = first.value(row),
                    case .text(let second) = second.value(row)
                else { return false }
                return function.holds(first, second)
            }
        }
    }

    private enum Side {
        case literal(String)
        case column(EntitySet.Column)
    }

    private func side(_ operand: FilterExpression.Operand) throws(ODataError) -> Side {
        switch operand.content {
        case .text(let text): return .literal(text)
        case .column(let name):
            let column = try set.filterColumn(name)
            if !column.isNumeric { return .column(column) }
        case .number, .null: break
        }
        throw .badExpression(
            option: "$filter",
            place: operand.place,
            expected: "a text in quotes or a column of texts"
        )
    }
}

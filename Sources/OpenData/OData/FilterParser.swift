/// Reads the text of `$filter` into an expression.
///
/// `or` binds loosest, then `and`, then `not`; brackets may stand around anything that holds or
/// does not. A comparison has a column, a text in quotes, a number or `null` on either side; `in`
/// takes a list. A function may be compared with `true` or `false`.
struct FilterParser {
    /// How deep brackets and `not` may stand in one another.
    static let depthLimit = 64

    private let dialect: ODataDialect
    private var lexer: FilterLexer
    private var token = FilterLexer.Token.end
    private var place = 0
    private var depth = 0

    init(_ text: String, dialect: ODataDialect) {
        self.dialect = dialect
        lexer = FilterLexer(text)
    }

    /// The expression.
    ///
    /// - Throws: ``ODataError`` at the first character that does not fit.
    func parse() throws(ODataError) -> FilterExpression {
        var parser = self
        return try parser.whole()
    }

    private mutating func whole() throws(ODataError) -> FilterExpression {
        try advance()
        let expression = try disjunction()
        guard token == .end else { throw expected("`and`, `or` or the end") }
        return expression
    }

    private mutating func advance() throws(ODataError) {
        (token, place) = try lexer.next()
    }

    private func expected(_ what: String) -> ODataError {
        .badExpression(option: "$filter", place: place, expected: what)
    }

    private mutating func disjunction() throws(ODataError) -> FilterExpression {
        var parts = [try conjunction()]
        while token == .name("or") {
            try advance()
            parts.append(try conjunction())
        }
        return parts.count == 1 ? parts[0] : .any(parts)
    }

    private mutating func conjunction() throws(ODataError) -> FilterExpression {
        var parts = [try unary()]
        while token == .name("and") {
            try advance()
            parts.append(try unary())
        }
        return parts.count == 1 ? parts[0] : .all(parts)
    }

    private mutating func unary() throws(ODataError) -> FilterExpression {
        depth += 1
        defer { depth -= 1 }
        guard depth <= FilterParser.depthLimit else {
            throw expected("at most \(FilterParser.depthLimit) brackets within one another")
        }
        if token == .name("not") {
            try advance()
            return .not(try unary())
        }
        guard token == .open else { return try predicate() }
        try advance()
        let expression = try disjunction()
        try close()
        return try compared(expression)
    }

    private mutating func predicate() throws(ODataError) -> FilterExpression {
        if case .name(let name) = token,
            let function = FilterExpression.Function.offered(dialect)
                .first(where: { $0.rawValue == name })
        {
            try advance()
            guard token == .open else { throw expected("an opening bracket") }
            try advance()
            let first = try operand()
            guard token == .comma else { throw expected("a comma") }
            try advance()
            let second = try operand()
            try close()
            return try compared(.function(function, first, second))
        }
        let left = try operand()
        guard case .name(let word) = token else { throw expected("a comparison as `eq`") }
        if word == "in", dialect == .v4 {
            try advance()
            return try membership(of: left)
        }
        guard let comparison = FilterExpression.Comparison(rawValue: word) else {
            throw expected("a comparison as `eq`")
        }
        try advance()
        return .compare(left, comparison, try operand())
    }

    private mutating func membership(
        of left: FilterExpression.Operand
    ) throws(ODataError) -> FilterExpression {
        guard token == .open else { throw expected("an opening bracket") }
        var parts: [FilterExpression] = []
        repeat {
            try advance()
            parts.append(.compare(left, .equal, try operand()))
        } while token == .comma
        try close()
        return .any(parts)
    }

    private mutating func close() throws(ODataError) {
        guard token == .close else { throw expected("a closing bracket") }
        try advance()
    }

    /// What holds or not, where `eq true` or `eq false` stands behind it.
    private mutating func compared(
        _ expression: FilterExpression
    ) throws(ODataError) -> FilterExpression {
        guard token == .name("eq") else { return expression }
        try advance()
        switch token {
        case .name("true"):
            try advance()
            return expression
        case .name("false"):
            try advance()
            return .not(expression)
        default: throw expected("`true` or `false`")
        }
    }

    private mutating func operand() throws(ODataError) -> FilterExpression.Operand {
        let content: FilterExpression.Operand.Content
        switch token {
        case .name("null"): content = .null
        case .name(let name)
        where !["and", "or", "not", "eq", "ne", "lt", "le", "gt", "ge", "true", "false"]
            .contains(name):
            content = .column(name)
        case .text(let text): content = .text(text)
        case .number(let number): content = .number(number)
        default: throw expected("a column, a text in quotes, a number or `null`")
        }
        let found = FilterExpression.Operand(content: content, place: place)
        try advance()
        return found
    }
}

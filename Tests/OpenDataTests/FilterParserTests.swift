import Testing

@testable import OpenData

@Suite("Filters")
struct FilterParserTests {
    private func column(_ name: String, _ place: Int) -> FilterExpression.Operand {
        FilterExpression.Operand(content: .column(name), place: place)
    }

    private func text(_ text: String, _ place: Int) -> FilterExpression.Operand {
        FilterExpression.Operand(content: .text(text), place: place)
    }

    @Test func `groups of or with and between them, as the R client writes them`() throws {
        let filter = "(A eq 'x' or A eq 'y''s') and (substringof('JJ', B))"
        #expect(
            try FilterParser(filter, dialect: .v3).parse()
                == .all([
                    .any([
                        .compare(column("A", 1), .equal, text("x", 6)),
                        .compare(column("A", 13), .equal, text("y's", 18)),
                    ]),
                    .function(.substringOf, text("JJ", 43), column("B", 49)),
                ])
        )
    }

    @Test func `and binds closer than or, and not closest`() throws {
        let filter = "A eq 'x' or not A eq 'y' and B eq 'z'"
        guard case .any(let parts) = try FilterParser(filter, dialect: .v3).parse() else {
            Issue.record("expected parts of which any may hold")
            return
        }
        #expect(parts.count == 2)
        guard case .all(let inner) = parts[1], case .not = inner[0] else {
            Issue.record("expected parts that all hold, the first with not")
            return
        }
    }

    @Test(arguments: [
        ("", 0, "a column, a text in quotes, a number or `null`"), ("A", 1, "a comparison as `eq`"),
        ("A eq", 4, "a column, a text in quotes, a number or `null`"),
        ("A eq 'x", 5, "a quote that ends the text"), ("A is 'x'", 2, "a comparison as `eq`"),
        ("(A eq 'x'", 9, "a closing bracket"), ("A eq 'x')", 8, "`and`, `or` or the end"),
        ("A eq 'x' 'y'", 9, "`and`, `or` or the end"),
        ("A eq 'x'; DROP", 8, "a column, a text in quotes, a number or a bracket"),
        ("contains(A,'x')", 8, "a comparison as `eq`"),
        ("substringof('x')", 15, "a comma"), ("(A eq 'x') eq 'x'", 14, "`true` or `false`"),
    ])
    func `a filter that cannot be read says where and what was expected`(
        _ filter: String,
        _ place: Int,
        _ expected: String
    ) {
        #expect(
            throws: ODataError.badExpression(option: "$filter", place: place, expected: expected)
        ) { try FilterParser(filter, dialect: .v3).parse() }
    }

    @Test func `brackets may stand sixty-four deep and no deeper`() throws {
        func nested(_ depth: Int) -> String {
            String(repeating: "(", count: depth) + "A eq 'x'" + String(repeating: ")", count: depth)
        }
        _ = try FilterParser(nested(63), dialect: .v3).parse()
        #expect(throws: ODataError.self) {
            try FilterParser(nested(64), dialect: .v3).parse()
        }
        #expect(throws: ODataError.self) {
            try FilterParser(nested(20_000), dialect: .v3).parse()
        }
    }

    @Test func `each version has its own functions and only the fourth has in`() throws {
        #expect(throws: ODataError.self) {
            try FilterParser("substringof('x',A)", dialect: .v4).parse()
        }
        #expect(throws: ODataError.self) {
            try FilterParser("A in ('x','y')", dialect: .v3).parse()
        }
        let test = try RowTest(
            FilterParser("A in ('01','02')", dialect: .v4).parse(),
            RandomFilter.set
        )
        #expect((0..<7).filter(test.fits) == [1, 2])
    }
}

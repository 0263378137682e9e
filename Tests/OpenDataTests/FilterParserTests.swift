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
}

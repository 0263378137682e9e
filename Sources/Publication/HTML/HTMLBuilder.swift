/// Puts pieces of a page together as they stand in the code; a bare text is escaped.
@resultBuilder
enum HTMLBuilder {
    static func buildExpression(_ part: HTML) -> HTML { part }
    static func buildExpression(_ text: String) -> HTML { .text(text) }
    static func buildExpression(_ parts: [HTML]) -> HTML { .joined(parts) }
    static func buildBlock(_ parts: HTML...) -> HTML { .joined(parts) }
    static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    static func buildEither(first part: HTML) -> HTML { part }
    static func buildEither(second part: HTML) -> HTML { part }
    static func buildArray(_ parts: [HTML]) -> HTML { .joined(parts) }
}

/// An element with its attributes and content.
func element(
    _ name: StaticString,
    _ attributes: HTMLAttribute?...,
    @HTMLBuilder content: () throws -> HTML
) rethrows -> HTML {
    .element(name, attributes, try content())
}

/// Pieces without an element around them.
func parts(@HTMLBuilder content: () throws -> HTML) rethrows -> HTML {
    try content()
}

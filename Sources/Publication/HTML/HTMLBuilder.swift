/// Puts pieces of a page together as they stand in the code; a bare text is escaped.
@resultBuilder
package enum HTMLBuilder {
    package static func buildExpression(_ part: HTML) -> HTML { part }
    package static func buildExpression(_ text: String) -> HTML { .text(text) }
    package static func buildExpression(_ parts: [HTML]) -> HTML { .joined(parts) }
    package static func buildBlock(_ parts: HTML...) -> HTML { .joined(parts) }
    package static func buildOptional(_ part: HTML?) -> HTML { part ?? .empty }
    package static func buildEither(first part: HTML) -> HTML { part }
    package static func buildEither(second part: HTML) -> HTML { part }
    package static func buildArray(_ parts: [HTML]) -> HTML { .joined(parts) }
}

/// An element with its attributes and content.
package func element(
    _ name: StaticString,
    _ attributes: HTMLAttribute?...,
    @HTMLBuilder content: () throws -> HTML
) rethrows -> HTML {
    .element(name, attributes, try content())
}

/// Pieces without an element around them.
package func parts(@HTMLBuilder content: () throws -> HTML) rethrows -> HTML {
    try content()
}

/// A piece of a page, escaped by construction.
///
/// The only ways to make one are text, which is escaped, and elements whose names are written in
/// the code. So data cannot become markup, whatever it holds.
public struct HTML: Sendable, Equatable {
    /// The markup.
    public let markup: String

    private init(markup: String) {
        self.markup = markup
    }

    /// Nothing.
    package static let empty = HTML(markup: "")

    /// The declaration that opens every page.
    package static let doctype = HTML(markup: "<!doctype html>\n")

    /// The style sheet of the product within a page that stands by itself.
    static let style = HTML(
        markup: "<style>" + String(decoding: PublicSite.stylesheet, as: UTF8.self) + "</style>"
    )

    /// A text, escaped.
    package static func text(_ text: String) -> HTML {
        HTML(markup: escaped(text))
    }

    /// Pieces one after the other.
    package static func joined(_ parts: [HTML]) -> HTML {
        HTML(markup: parts.map(\.markup).joined())
    }

    /// An element with content.
    package static func element(
        _ name: StaticString,
        _ attributes: [HTMLAttribute?],
        _ content: HTML
    ) -> HTML {
        HTML(markup: opening(name, attributes) + content.markup + "</\(name)>")
    }

    /// An element that has no content and no closing tag, as `meta`.
    package static func void(_ name: StaticString, _ attributes: [HTMLAttribute?]) -> HTML {
        HTML(markup: opening(name, attributes))
    }

    /// A shape of a drawing, closed as drawings want it.
    ///
    /// Inside `svg` an element without content is not known as such: left open, it would swallow
    /// the shapes behind it.
    static func shape(_ name: StaticString, _ attributes: [HTMLAttribute?]) -> HTML {
        HTML(markup: opening(name, attributes, end: "/>"))
    }

    private static func opening(
        _ name: StaticString,
        _ attributes: [HTMLAttribute?],
        end: String = ">"
    ) -> String {
        let written = attributes.compactMap { $0 }
            .map { " \($0.name)=\"\(escaped($0.value))\"" }
        return "<\(name)\(written.joined())\(end)"
    }

    /// The text with every character that means something in HTML written as a reference.
    static func escaped(_ text: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.utf8.count)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "&"): bytes.append(contentsOf: "&amp;".utf8)
            case UInt8(ascii: "<"): bytes.append(contentsOf: "&lt;".utf8)
            case UInt8(ascii: ">"): bytes.append(contentsOf: "&gt;".utf8)
            case UInt8(ascii: "\""): bytes.append(contentsOf: "&quot;".utf8)
            case UInt8(ascii: "'"): bytes.append(contentsOf: "&#39;".utf8)
            default: bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

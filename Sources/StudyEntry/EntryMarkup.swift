/// A piece of a page of the form: what stands in the code is markup, what is put in is escaped.
///
/// So data cannot become markup, whatever it holds.
struct EntryMarkup: Sendable, ExpressibleByStringInterpolation {
    let markup: String

    /// Collects what stands in the code and what is put in.
    struct StringInterpolation: StringInterpolationProtocol {
        var markup = ""

        init(literalCapacity: Int, interpolationCount: Int) {
            markup.reserveCapacity(literalCapacity)
        }

        mutating func appendLiteral(_ literal: String) { markup += literal }

        mutating func appendInterpolation(_ text: String) {
            for character in text.unicodeScalars {
                switch character {
                case "&": markup += "&amp;"
                case "<": markup += "&lt;"
                case ">": markup += "&gt;"
                case "\"": markup += "&quot;"
                case "'": markup += "&#39;"
                default: markup.unicodeScalars.append(character)
                }
            }
        }

        mutating func appendInterpolation(_ number: Int) { markup += String(number) }

        mutating func appendInterpolation(_ part: EntryMarkup) { markup += part.markup }

        mutating func appendInterpolation(_ parts: [EntryMarkup]) {
            for part in parts { markup += part.markup }
        }
    }

    init(stringLiteral value: String) { markup = value }

    init(stringInterpolation: StringInterpolation) { markup = stringInterpolation.markup }
}

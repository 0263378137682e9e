/// Cuts the text of a filter into words, texts, numbers and signs.
struct FilterLexer {
    /// A piece of a filter.
    enum Token: Equatable {
        case name(String)
        case text(String)
        case number(Double)
        case open
        case close
        case comma
        case end
    }

    private let scalars: [UnicodeScalar]
    private(set) var place = 0

    init(_ text: String) {
        scalars = Array(text.unicodeScalars)
    }

    /// Whether a text is a name: an ASCII letter or low line, then those and digits.
    static func isName(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, isNameStart(first) else { return false }
        return text.unicodeScalars.allSatisfy(isNamePart)
    }

    /// The next piece, with the place where it begins.
    ///
    /// - Throws: ``ODataError`` at a sign that begins nothing or a text without its end.
    mutating func next() throws(ODataError) -> (token: Token, place: Int) {
        while place < scalars.count, scalars[place] == " " { place += 1 }
        let start = place
        guard place < scalars.count else { return (.end, start) }
        let first = scalars[place]
        place += 1
        switch first {
        case "(": return (.open, start)
        case ")": return (.close, start)
        case ",": return (.comma, start)
        case "'": return (.text(try text(from: start)), start)
        default: break
        }
        if FilterLexer.isNameStart(first) {
            while place < scalars.count, FilterLexer.isNamePart(scalars[place]) { place += 1 }
            return (.name(string(start..<place)), start)
        }
        guard let number = number(from: start) else {
            throw .badExpression(
                option: "$filter",
                place: start,
                expected: "a column, a text in quotes, a number or a bracket"
            )
        }
        return (.number(number), start)
    }

    /// The text in quotes; two quotes are one.
    private mutating func text(from start: Int) throws(ODataError) -> String {
        var text = String.UnicodeScalarView()
        while place < scalars.count {
            let scalar = scalars[place]
            place += 1
            if scalar == "'" {
                guard place < scalars.count, scalars[place] == "'" else { return String(text) }
                place += 1
            }
            text.append(scalar)
        }
        throw .badExpression(
            option: "$filter",
            place: start,
            expected: "a quote that ends the text"
        )
    }

    private mutating func number(from start: Int) -> Double? {
        while place < scalars.count, scalars[place] == "." || isDigit(scalars[place]) {
            place += 1
        }
        let digits = string(start..<place)
        let unsigned = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
        let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy({ !$0.isEmpty }) else { return nil }
        return Double(digits)
    }

    private func string(_ range: Range<Int>) -> String {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[range])
        return String(view)
    }

    private func isDigit(_ scalar: UnicodeScalar) -> Bool { ("0"..."9").contains(scalar) }

    private static func isNameStart(_ scalar: UnicodeScalar) -> Bool {
        ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || scalar == "_"
    }

    private static func isNamePart(_ scalar: UnicodeScalar) -> Bool {
        isNameStart(scalar) || ("0"..."9").contains(scalar)
    }
}

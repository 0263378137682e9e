/// Writes JSON piece by piece, so that a result of millions of lines is never held whole.
///
/// Keys stand in the order in which they are written; indented, with a space on both sides of the
/// colon.
struct JSONText {
    private let write: (String) -> Void
    private var isFirst = [true]
    private var buffer = ""

    /// Creates a writer that hands its text on in pieces.
    init(_ write: @escaping (String) -> Void) {
        self.write = write
    }

    /// Opens an object.
    mutating func beginObject(_ key: String? = nil) { begin(key, "{") }

    /// Closes an object.
    mutating func endObject() { end("}") }

    /// Opens a list.
    mutating func beginList(_ key: String? = nil) { begin(key, "[") }

    /// Closes a list.
    mutating func endList() { end("]") }

    /// Writes a text; nothing for `nil`.
    mutating func text(_ key: String?, _ value: String?) {
        guard let value else { return }
        lead(key)
        JSONText.append(value, to: &buffer)
    }

    /// Writes a whole number; nothing for `nil`.
    mutating func number(_ key: String?, _ value: Int?) {
        guard let value else { return }
        lead(key)
        buffer += String(value)
    }

    /// Writes a number with its decimals, which has to be finite; nothing for `nil`.
    mutating func decimal(_ key: String?, _ value: Double?) {
        guard let value else { return }
        lead(key)
        buffer += "\(value)"
    }

    /// Writes true or false.
    mutating func flag(_ key: String, _ value: Bool) {
        lead(key)
        buffer += value ? "true" : "false"
    }

    /// Hands on what is left, with a line end.
    mutating func finish() {
        write(buffer + "\n")
        buffer = ""
    }

    private mutating func begin(_ key: String?, _ sign: String) {
        lead(key)
        buffer += sign
        isFirst.append(true)
    }

    private mutating func end(_ sign: String) {
        let wasEmpty = isFirst.removeLast()
        if !wasEmpty { line() }
        buffer += sign
    }

    private mutating func lead(_ key: String?) {
        if isFirst.count > 1 {
            if isFirst[isFirst.count - 1] {
                isFirst[isFirst.count - 1] = false
            } else {
                buffer += ","
            }
            line()
        }
        if let key {
            JSONText.append(key, to: &buffer)
            buffer += " : "
        }
    }

    private mutating func line() {
        if buffer.utf8.count > 1 << 16 {
            write(buffer)
            buffer = ""
        }
        buffer += "\n"
        for _ in 1..<isFirst.count { buffer += "  " }
    }

    /// A text in quotes, with what JSON asks to be escaped (RFC 8259, section 7).
    private static func append(_ text: String, to buffer: inout String) {
        buffer += "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": buffer += "\\\""
            case "\\": buffer += "\\\\"
            case "\n": buffer += "\\n"
            case "\r": buffer += "\\r"
            case "\t": buffer += "\\t"
            case "\u{0}"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                buffer += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: buffer.unicodeScalars.append(scalar)
            }
        }
        buffer += "\""
    }
}

import Columns

/// A small streaming reader of XML (1.0, fifth edition) for the parts of a workbook.
///
/// UTF-8 only; no document type, and so no entities but the five and character references. The
/// bytes of texts stay in a buffer that is wiped: a general parser would leave copies of a child's
/// data all over the heap. Names are given without their prefix.
final class XMLTokens {
    /// What is met next.
    enum Token: Equatable {
        /// A start tag; an empty element gives its end right behind it.
        case start
        /// An end tag.
        case end
        /// Text between tags, in ``XMLTokens/text``.
        case text
    }

    /// The name of the last tag, without prefix.
    private(set) var name = ""
    /// The attributes of the last start tag; no values of persons stand there.
    private(set) var attributes: [(name: String, value: String)] = []
    /// The bytes of the last text; a long text comes in several.
    let text: UnsafePieceBuffer

    private let cursor: ByteCursor
    private let part: String
    private let depth: Int
    private var openNames: [String] = []
    private var scratch: [UInt8] = []
    private var isEmptyElement = false
    private var hasRoot = false
    private var isBegun = false

    /// Reads a part of a workbook.
    ///
    /// - Parameters:
    ///   - source: its bytes.
    ///   - part: its name, for mistakes.
    ///   - depth: how many elements may stand within one another.
    init(_ source: any ByteSource, part: String, depth: Int) {
        cursor = ByteCursor(source)
        self.part = part
        self.depth = depth
        text = UnsafePieceBuffer(capacity: 1 << 12)
    }

    /// The number of elements that are open.
    var level: Int { openNames.count }

    /// The value of an attribute of the last start tag.
    func attribute(_ wanted: String) -> String? {
        attributes.first { $0.name == wanted }?.value
    }

    /// Gives the next tag or text, or `nil` behind the root element.
    ///
    /// - Throws: ``PieceError`` with the mistake when the bytes are no well-formed XML.
    func next() throws(PieceError) -> Token? {
        if !isBegun {
            isBegun = true
            try cursor.passMark()
        }
        if isEmptyElement {
            isEmptyElement = false
            openNames.removeLast()
            return .end
        }
        while let byte = try cursor.next() {
            if byte == UInt8(ascii: "<") {
                if let token = try markup() { return token }
            } else if openNames.isEmpty {
                guard XMLTokens.isBlank(byte) else { throw malformed }
            } else {
                try readText(from: byte)
                return .text
            }
        }
        guard openNames.isEmpty, hasRoot else { throw malformed }
        return nil
    }

    /// The mistake of a part that is no well-formed XML.
    var malformed: PieceError { .carrier(CarrierMistake(.malformed, subject: part)) }

    private func markup() throws(PieceError) -> Token? {
        switch try cursor.peek() {
        case UInt8(ascii: "?"):
            try pass(until: [UInt8(ascii: "?"), UInt8(ascii: ">")])
            return nil
        case UInt8(ascii: "!"):
            _ = try cursor.next()
            return try declaration()
        case UInt8(ascii: "/"):
            _ = try cursor.next()
            return try endTag()
        default:
            return try startTag()
        }
    }

    private func declaration() throws(PieceError) -> Token? {
        switch try cursor.next() {
        case UInt8(ascii: "-"):
            guard try cursor.next() == UInt8(ascii: "-") else { throw malformed }
            try pass(until: Array("-->".utf8))
            return nil
        case UInt8(ascii: "["):
            for expected in Array("CDATA[".utf8) {
                guard try cursor.next() == expected else { throw malformed }
            }
            guard !openNames.isEmpty else { throw malformed }
            try readCharacterData()
            return .text
        default:
            throw .carrier(CarrierMistake(.documentType, subject: part))
        }
    }

    private func startTag() throws(PieceError) -> Token {
        let full = try readName()
        attributes.removeAll(keepingCapacity: true)
        guard !openNames.isEmpty || !hasRoot, openNames.count < depth else { throw malformed }
        hasRoot = true
        while true {
            let isSpaced = try passBlanks()
            guard let byte = try cursor.peek() else { throw malformed }
            if byte == UInt8(ascii: ">") {
                _ = try cursor.next()
                break
            }
            if byte == UInt8(ascii: "/") {
                _ = try cursor.next()
                guard try cursor.next() == UInt8(ascii: ">") else { throw malformed }
                isEmptyElement = true
                break
            }
            guard isSpaced, attributes.count < 64 else { throw malformed }
            let attribute = try readName()
            _ = try passBlanks()
            guard try cursor.next() == UInt8(ascii: "=") else { throw malformed }
            _ = try passBlanks()
            let value = try readValue()
            attributes.append((XMLTokens.local(attribute), value))
        }
        openNames.append(full)
        name = XMLTokens.local(full)
        return .start
    }

    private func endTag() throws(PieceError) -> Token {
        let full = try readName()
        _ = try passBlanks()
        guard try cursor.next() == UInt8(ascii: ">"), openNames.popLast() == full else {
            throw malformed
        }
        name = XMLTokens.local(full)
        return .end
    }

    private func readName() throws(PieceError) -> String {
        scratch.removeAll(keepingCapacity: true)
        while let byte = try cursor.peek(), XMLTokens.isNameByte(byte) {
            guard scratch.count < 256 else { throw malformed }
            scratch.append(byte)
            _ = try cursor.next()
        }
        guard let first = scratch.first, !(0x30...0x39).contains(first),
            first != UInt8(ascii: "-")
        else { throw malformed }
        return String(decoding: scratch, as: UTF8.self)
    }

    private func readValue() throws(PieceError) -> String {
        guard let quote = try cursor.next(), quote == 0x22 || quote == 0x27 else {
            throw malformed
        }
        scratch.removeAll(keepingCapacity: true)
        while let byte = try cursor.next() {
            if byte == quote { return String(decoding: scratch, as: UTF8.self) }
            guard byte != UInt8(ascii: "<"), scratch.count < 4096 else { throw malformed }
            if byte == UInt8(ascii: "&") {
                scratch += try reference()
            } else {
                scratch.append(byte)
            }
        }
        throw malformed
    }

    private func readText(from first: UInt8) throws(PieceError) {
        text.wipe()
        var byte = first
        while true {
            if byte == UInt8(ascii: "&") {
                for part in try reference() { text.append(part) }
            } else {
                text.append(byte)
            }
            // Room for the longest character reference stays free.
            guard text.room >= 8, let next = try cursor.peek(), next != UInt8(ascii: "<") else {
                return
            }
            byte = next
            _ = try cursor.next()
        }
    }

    private func readCharacterData() throws(PieceError) {
        text.wipe()
        while let byte = try cursor.next() {
            if byte == UInt8(ascii: ">"), text.count >= 2, text[text.count - 1] == 0x5D,
                text[text.count - 2] == 0x5D
            {
                text.truncate(to: text.count - 2)
                return
            }
            guard text.room > 0 else { throw .recordTooLong }
            text.append(byte)
        }
        throw malformed
    }

    /// The bytes that a reference stands for; the ampersand has been passed.
    private func reference() throws(PieceError) -> [UInt8] {
        var name: [UInt8] = []
        while let byte = try cursor.next(), byte != UInt8(ascii: ";") {
            guard name.count < 10 else { throw malformed }
            name.append(byte)
        }
        switch String(decoding: name, as: UTF8.self) {
        case "amp": return [UInt8(ascii: "&")]
        case "lt": return [UInt8(ascii: "<")]
        case "gt": return [UInt8(ascii: ">")]
        case "quot": return [0x22]
        case "apos": return [0x27]
        default: break
        }
        guard name.first == UInt8(ascii: "#") else { throw malformed }
        let isHexadecimal = name.dropFirst().first == UInt8(ascii: "x")
        let digits = String(decoding: name.dropFirst(isHexadecimal ? 2 : 1), as: UTF8.self)
        guard digits.first != "+", digits.first != "-",
            let code = UInt32(digits, radix: isHexadecimal ? 16 : 10),
            let scalar = UnicodeScalar(code), code > 0
        else { throw malformed }
        return Array(UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
    }

    private func pass(until end: [UInt8]) throws(PieceError) {
        var last: [UInt8] = []
        while let byte = try cursor.next() {
            last.append(byte)
            if last.count > end.count { last.removeFirst() }
            if last == end { return }
        }
        throw malformed
    }

    private func passBlanks() throws(PieceError) -> Bool {
        var found = false
        while let byte = try cursor.peek(), XMLTokens.isBlank(byte) {
            found = true
            _ = try cursor.next()
        }
        return found
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x5F, 0x2D, 0x2E, 0x80...0xFF: true
        default: false
        }
    }

    private static func local(_ name: String) -> String {
        guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
        return String(name[name.utf8.index(after: colon)...])
    }
}

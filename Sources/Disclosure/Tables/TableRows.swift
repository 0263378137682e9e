/// The records of a CSV file, one after another, by RFC 4180.
///
/// CR LF and LF both end a row; an empty last line is no row; a byte order mark is skipped.
struct TableRows {
    private let bytes: [UInt8]
    private var place: Int
    /// The row last read, from 1.
    private(set) var row = 0
    /// Whether the row last read ended inside a quote.
    private(set) var isOpen = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// Reads the next row into fields; `false` at the end.
    mutating func next(into fields: inout [String]) -> Bool {
        fields.removeAll(keepingCapacity: true)
        while place < bytes.count, bytes[place] == 0x0A || bytes[place] == 0x0D { place += 1 }
        guard place < bytes.count else { return false }
        row += 1
        while true {
            fields.append(field())
            guard place < bytes.count else { return true }
            let end = bytes[place]
            place += 1
            if end == 0x2C {
                // A comma at the end of the file is followed by one more, empty field.
                if place == bytes.count {
                    fields.append("")
                    return true
                }
                continue
            }
            return true
        }
    }

    private mutating func field() -> String {
        guard bytes[place] == 0x22 else {
            let start = place
            while place < bytes.count, bytes[place] != 0x2C, bytes[place] != 0x0A,
                bytes[place] != 0x0D
            { place += 1 }
            return String(decoding: bytes[start..<place], as: UTF8.self)
        }
        var text: [UInt8] = []
        place += 1
        while place < bytes.count {
            if bytes[place] == 0x22 {
                place += 1
                guard place < bytes.count, bytes[place] == 0x22 else {
                    return String(decoding: text, as: UTF8.self)
                }
            }
            text.append(bytes[place])
            place += 1
        }
        isOpen = true
        return String(decoding: text, as: UTF8.self)
    }
}

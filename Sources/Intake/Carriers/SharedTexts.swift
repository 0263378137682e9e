import Columns

/// *Gedeelde teksten*: the texts that the cells of a workbook refer to by number.
///
/// Citizen service numbers stand among them when a holder keeps them as text, so they lie in one
/// buffer that is wiped.
final class SharedTexts {
    private let buffer: UnsafePieceBuffer
    private var ends: [Int] = []

    /// Makes room for no texts.
    init() { buffer = UnsafePieceBuffer(capacity: 1) }

    /// Reads the part `sharedStrings.xml`.
    ///
    /// - Throws: ``PieceError`` when it is malformed or has more bytes than the limit.
    init(_ source: ZipEntryBytes, part: String, depth: Int, limit: Int) throws(PieceError) {
        let size = source.expectedSize
        guard size <= limit else {
            throw .carrier(CarrierMistake(.tooLarge, subject: String(limit)))
        }
        // References only get shorter, so the texts never take more room than the part.
        buffer = UnsafePieceBuffer(capacity: size + 1)
        let tokens = XMLTokens(source, part: part, depth: depth)
        var isInText = false
        var phonetic = 0
        while let token = try tokens.next() {
            switch (token, tokens.name) {
            case (.start, "t"): isInText = phonetic == 0
            case (.end, "t"): isInText = false
            case (.start, "rPh"): phonetic += 1
            case (.end, "rPh"): phonetic -= 1
            case (.end, "si"): ends.append(buffer.count)
            case (.text, _) where isInText:
                guard tokens.text.count <= buffer.room else { throw tokens.malformed }
                buffer.append(0..<tokens.text.count, of: tokens.text)
            default: continue
            }
        }
    }

    /// How many texts there are.
    var count: Int { ends.count }

    /// Puts a text in the field that is being made.
    func write(_ index: Int, to row: CarriedRow) throws(PieceError) {
        let start = index == 0 ? 0 : ends[index - 1]
        for offset in start..<ends[index] { try row.append(buffer[offset]) }
    }
}

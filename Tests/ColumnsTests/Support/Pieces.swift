import Columns

/// The pieces of a file, read through buffers of a given size.
enum Pieces {
    /// What kinds of bytes each piece holds.
    static func surveys(
        of bytes: [UInt8],
        capacity: Int? = nil,
        longestRecord: Int? = nil
    ) throws -> [ByteSurvey] {
        var surveys: [ByteSurvey] = []
        try read(bytes, capacity: capacity, longestRecord: longestRecord) { surveys.append($1) }
        return surveys
    }

    /// The rows of all pieces, put together.
    static func rows(
        of bytes: [UInt8],
        with scanner: DelimitedScanner,
        small: Int,
        wide: Int,
        capacity: Int? = nil,
        longestRecord: Int? = nil
    ) throws -> ScannedRows {
        var rows = ScannedRows(smallSlots: small, wideSlots: wide)
        try read(bytes, capacity: capacity, longestRecord: longestRecord) { piece, _ in
            rows.append(scanner.scan(piece))
        }
        return rows
    }

    /// Reads a file and hands over each piece.
    static func read(
        _ bytes: [UInt8],
        capacity: Int? = nil,
        longestRecord: Int? = nil,
        _ take: (UnsafePieceBuffer, ByteSurvey) throws -> Void
    ) throws {
        let file = try TemporaryFile(bytes)
        let longest = longestRecord ?? bytes.count
        let piece = UnsafePieceBuffer(capacity: capacity ?? bytes.count + 1 + longest)
        var reader = try PieceReader(path: file.path, longestRecord: longest)
        while let survey = try reader.next(into: piece) { try take(piece, survey) }
        withExtendedLifetime(file) {}
    }
}

import Columns
import Synchronization

/// The pieces of one file, read ahead while others are worked on, in buffers that are used again.
///
/// A piece that cannot be looked at, and trouble with the file, end the supply and are kept in
/// ``stop``; an error of the system is thrown.
final class PieceSupply: Sendable {
    static let pieceSize = 4 << 20

    /// Bytes to work on; the buffer is to be given back.
    struct Piece: Sendable {
        let buffer: UnsafePieceBuffer
        let isUTF8: Bool
        /// Where the first row begins: behind the header in the first piece.
        var start = 0
    }

    private struct State: ~Copyable {
        var reader: PieceReader
        var spare: [UnsafePieceBuffer]
        var stop: Stop?
    }

    private let state: Mutex<State>
    private let capacity: Int

    /// Bytes in the file when it was opened, or about how many a carrier will give.
    let size: Int

    /// Opens a file.
    ///
    /// - Throws: a `PieceError` when it cannot be opened.
    init(path: String, longestRecord: Int) throws(PieceError) {
        let reader = try PieceReader(path: path, longestRecord: longestRecord)
        size = reader.size
        capacity = min(PieceSupply.pieceSize, max(reader.size + 1, 4096) + longestRecord)
        state = Mutex(State(reader: reader, spare: []))
    }

    /// Takes what comes out of a carrier.
    init(_ carrier: any ByteSource, longestRecord: Int) {
        let reader = PieceReader(carrier, longestRecord: longestRecord)
        size = reader.size
        capacity = min(PieceSupply.pieceSize, max(reader.size + 1, 4096) + longestRecord)
        state = Mutex(State(reader: reader, spare: []))
    }

    /// Why the supply ended before the end of the file, or `nil`.
    var stop: Stop? { state.withLock { $0.stop } }

    /// The next piece; `nil` at the end, and behind trouble.
    func next() throws -> Piece? {
        try state.withLock { state in
            guard state.stop == nil else { return nil }
            let buffer = state.spare.popLast() ?? UnsafePieceBuffer(capacity: capacity)
            do throws(PieceError) {
                guard let survey = try state.reader.next(into: buffer) else { return nil }
                state.stop = Stop(survey, in: buffer)
                return state.stop == nil ? Piece(buffer: buffer, isUTF8: survey.isUTF8) : nil
            } catch {
                guard let stop = Stop(error, in: buffer) else { throw error }
                state.stop = stop
                return nil
            }
        }
    }

    /// Takes back a buffer, wiped.
    func giveBack(_ buffer: UnsafePieceBuffer) {
        buffer.wipe()
        state.withLock { $0.spare.append(buffer) }
    }

    /// Why reading stopped before the end of the file.
    struct Stop: Sendable {
        let code: String
        var hasRow = true
        /// Lines of the piece before the trouble.
        var lines = 0
        /// What is wrong with the carrier.
        var mistake: CarrierMistake?

        /// Bytes that make a piece unreadable, or `nil`.
        init?(_ survey: ByteSurvey, in piece: UnsafePieceBuffer) {
            if survey.hasNul {
                code = "INT-005"
                lines = piece.lines(before: { $0 == 0 })
            } else if !survey.isUTF8, !survey.isWindows1252 {
                code = "INT-006"
                lines = piece.lines(before: { [0x81, 0x8D, 0x8F, 0x90, 0x9D].contains($0) })
            } else {
                return nil
            }
        }

        /// Trouble with the file's form or size, or `nil` when it cannot be read at all.
        init?(_ error: PieceError, in piece: UnsafePieceBuffer) {
            switch error {
            case .changed:
                code = "INT-017"
                hasRow = false
            case .recordTooLong:
                code = "INT-011"
                lines = piece.lines(before: { _ in false })
            case .openQuote:
                code = "INT-013"
                lines = piece.linesBeforeOpenQuote
            case .carrier(let found):
                code = found.kind.code
                mistake = found
            default: return nil
            }
        }
    }
}

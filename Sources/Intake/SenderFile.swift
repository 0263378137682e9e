public import Columns
public import Definitions

/// The copying of a delivery with sender pseudonyms in the place of numbers.
public struct SenderFile: Sendable {
    /// What stands in the place of something that is no number.
    static let invalid = Array("ongeldig".utf8)

    private let context: IntakeContext

    /// Creates the step.
    public init(context: IntakeContext) {
        self.context = context
    }

    /// Copies a file that has been read; protocol columns stay as they are, byte for byte, and
    /// columns outside the protocol are left out.
    ///
    /// - Parameters:
    ///   - file: the file as read, with its rows.
    ///   - source: its source.
    ///   - mark: the mark of the key that made the pseudonyms.
    ///   - pseudonyms: for each row its pseudonym; looked at where the row has a number.
    ///   - write: is given the copy piece by piece.
    /// - Returns: the file, refused with `INT-052` when a number stands in another column.
    /// - Throws: ``DeliveryError`` when the file cannot be read again, or what `write` throws.
    public func copy(
        _ file: ReadFile,
        of source: SourceDefinition,
        mark: String,
        pseudonyms: [Pseudonym?],
        write: ([UInt8]) throws -> Void
    ) throws -> ReadFile {
        var result = file
        do {
            let longest = source.limit("longest-line-bytes")
            var reader = try PieceReader(path: file.path, longestRecord: longest)
            let capacity = min(4 << 20, max(reader.size + 1, 4096) + longest)
            let buffer = UnsafePieceBuffer(capacity: capacity)
            defer { buffer.wipe() }
            var rewrite: UnsafeColumnRewrite?
            var columns: [String] = []
            while try reader.next(into: buffer) != nil {
                var output: [UInt8] = []
                var offset = 0
                if rewrite == nil {
                    let plan = HeaderPlan(of: buffer, source: source, mark: mark)
                    guard
                        plan.steps.contains(where: { if case .replace = $0 { true } else { false } }
                        )
                    else { throw DeliveryError(path: file.path, cause: .isNoRegularFile) }
                    rewrite = UnsafeColumnRewrite(steps: plan.steps, separator: plan.separator)
                    columns = plan.columns
                    output = plan.line
                    offset = plan.end
                }
                do throws(UnsafeColumnRewrite.Misplaced) {
                    try rewrite?.copy(buffer, from: offset, to: &output) { row in
                        field(file, row, pseudonyms, source)
                    }
                } catch {
                    result.refuse(
                        afterReading: "INT-052",
                        row: error.row + 2,
                        field: columns.indices.contains(error.column) ? columns[error.column] : nil
                    )
                    return result
                }
                try write(output)
            }
            guard rewrite?.rows == file.rowCount else {
                throw DeliveryError(path: file.path, cause: .changed(expected: reader.size))
            }
        } catch let error as PieceError {
            throw DeliveryError(path: file.path, cause: error)
        }
        return result
    }

    /// The header as it goes out, and what is done with each column.
    private struct HeaderPlan {
        var steps: [UnsafeColumnRewrite.Step] = []
        var columns: [String] = []
        var line: [UInt8] = []
        let separator: UInt8
        let end: Int

        init(of piece: UnsafePieceBuffer, source: SourceDefinition, mark: String) {
            let names = source.columns.map(\.name)
            let header = HeaderLine(of: piece, expecting: names)
            separator = header.separator
            end = header.end
            var kept: [String] = []
            for field in header.fields {
                switch field {
                case .known(let index) where source.columns[index].kind == .bsn:
                    steps.append(.replace)
                    kept.append(HeaderLine.senderPrefix + mark)
                    columns.append(names[index])
                case .known(let index):
                    steps.append(.copy)
                    kept.append(names[index])
                    columns.append(names[index])
                case .sender, .unknown:
                    steps.append(.leaveOut)
                    columns.append("")
                }
            }
            let mark = String(UnicodeScalar(header.separator))
            line = Array((kept.joined(separator: mark) + "\n").utf8)
        }
    }

    /// What stands in the place of a number; special codes name nobody and stay.
    private func field(
        _ file: ReadFile,
        _ row: Int,
        _ pseudonyms: [Pseudonym?],
        _ source: SourceDefinition
    ) -> [UInt8] {
        guard pseudonyms.indices.contains(row) else { return [] }
        if let pseudonym = pseudonyms[row] { return pseudonym.senderText }
        let meaning: SourceDefinition.SpecialNumber.Meaning
        switch file.rows.numbers[row] {
        case NumberState.absent: return []
        case NumberState.unknown: meaning = .unknown
        case NumberState.unborn: meaning = .unborn
        default: return SenderFile.invalid
        }
        guard let period = file.period else { return [] }
        let special = source.specialNumbers.first {
            $0.meaning == meaning && ($0.from ?? period) <= period && period <= ($0.until ?? period)
        }
        return Array((special?.code ?? "").utf8)
    }
}

public import Columns
public import Definitions
import Domain

/// Reads one delivery: bytes to typed rows, and the rules that look at one row.
public struct FileReading: Sendable {
    private static let pieceSize = 4 << 20

    let context: IntakeContext
    var definitions: DefinitionSet { context.definitions }

    /// Creates the stage.
    public init(context: IntakeContext) {
        self.context = context
    }

    /// Reads a file with the columns of a source.
    ///
    /// - Throws: ``DeliveryError`` when the file cannot be read at all; what is wrong *in* it
    ///   becomes a finding.
    public func read(
        _ path: String,
        source: SourceDefinition,
        workers: Workers
    ) throws(DeliveryError) -> ReadFile {
        try read(path, source: source, workers: workers, from: nil)
    }

    /// Reads a file, or what comes out of its carrier.
    func read(
        _ path: String,
        source: SourceDefinition,
        workers: Workers,
        from carrier: (any ByteSource)?,
        keeper: (any RowKeeper)? = nil
    ) throws(DeliveryError) -> ReadFile {
        do {
            return try read(path, source, workers, carrier, keeper)
        } catch let error as DeliveryError {
            throw error
        } catch let error as PieceError {
            throw DeliveryError(path: path, cause: error)
        } catch {
            throw DeliveryError(path: path, cause: .cannotRead(code: 5))
        }
    }

    private func read(
        _ path: String,
        _ source: SourceDefinition,
        _ workers: Workers,
        _ carrier: (any ByteSource)?,
        _ keeper: (any RowKeeper)?
    ) throws -> ReadFile {
        var rowsRead = 0
        var file = ReadFile(path: path, source: source.id, layout: context.layout(of: source))
        let longest = source.limit("longest-line-bytes")
        var reader =
            if let carrier {
                PieceReader(carrier, longestRecord: longest)
            } else {
                try PieceReader(path: path, longestRecord: longest)
            }
        let capacity = min(FileReading.pieceSize, max(reader.size + 1, 4096) + longest)
        let buffers = (0..<(reader.size > capacity ? workers.cores : 1)).map { _ in
            UnsafePieceBuffer(capacity: capacity)
        }
        defer { for buffer in buffers { buffer.wipe() } }
        var plan: FilePlan?
        var digests: [[UInt8]] = []
        var isUTF8 = true
        var stop: Stop?
        while stop == nil {
            var filled: [UnsafePieceBuffer] = []
            for buffer in buffers where stop == nil {
                do throws(PieceError) {
                    guard let survey = try reader.next(into: buffer) else { break }
                    isUTF8 = isUTF8 && survey.isUTF8
                    stop = Stop(survey, in: buffer)
                    if stop == nil { filled.append(buffer) }
                } catch {
                    stop = Stop(error)
                    if stop == nil { throw error }
                }
            }
            // What was read before the trouble is looked at first, so that the finding does not
            // depend on how many pieces were read ahead.
            guard let first = filled.first else { break }
            var offset = 0
            if plan == nil {
                guard let made = FilePlan(of: first, source: source, context: context, file: &file)
                else { return file }
                plan = made
                offset = made.firstRow
                if reader.size > capacity, keeper == nil { file.rows.reserve(reader.size / 64) }
            }
            guard let plan else { break }
            let start = offset
            let pieces = filled
            let parts = try workers.map(pieces.count) { index in
                try part(pieces[index], from: index == 0 ? start : 0, plan: plan)
            }
            for part in parts {
                let before = rowsRead
                rowsRead += part.rows.count
                digests.append(part.digest)
                file.tally.add(part.tally)
                if let keeper {
                    let share = Double(part.bytes) / Double(max(reader.size, 1))
                    keeper.take(part.rows, first: before, share: share)
                } else {
                    file.rows.append(part.rows)
                }
                file.rowFindings += part.findings.map {
                    RowFinding(rule: $0.rule, field: $0.field, row: $0.row + UInt32(before))
                }
                if let (row, kind) = part.rows.mistake {
                    FilePlan.refuse(&file, (before + row, kind), limit: longest)
                    return file
                }
            }
        }
        if let stop {
            let row = rowsRead + (plan == nil ? 1 : 2) + stop.lines
            file.refuse(
                stop.code,
                row: stop.mistake.map(\.line) ?? (stop.hasRow ? row : nil),
                subject: stop.mistake?.subject
                    ?? (stop.code == "INT-011" ? String(longest) : nil)
            )
            return file
        }
        guard let plan else {
            file.refuse("INT-001")
            return file
        }
        file.rowCount = rowsRead
        if !isUTF8 { file.note("INT-021") }
        if let digest = context.digest { file.digest = digest.code(ofPieces: digests) }
        if plan.isNothingToReport {
            file.note("INT-022")
            file.hasNothingToReport = true
            file.rows = file.layout.noRows()
            file.rowFindings = []
        }
        return file
    }

    /// Why reading stopped before the end of the file.
    private struct Stop {
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
        init?(_ error: PieceError) {
            switch error {
            case .changed:
                code = "INT-017"
                hasRow = false
            case .recordTooLong: code = "INT-011"
            case .openQuote: code = "INT-013"
            case .carrier(let found):
                code = found.kind.code
                mistake = found
            default: return nil
            }
        }
    }

    private struct Part: Sendable {
        var rows: ScannedRows
        var findings: [RowFinding]
        var digest: [UInt8]
        var bytes: Int
        var tally: FileTally
    }

    private func part(
        _ piece: UnsafePieceBuffer,
        from offset: Int,
        plan: FilePlan
    ) throws -> Part {
        var rows = plan.scanner.scan(piece, from: offset)
        let code = context.digest?.code(of: piece) ?? []
        let batch = RecordBatch(rows: rows, setting: plan.setting)
        var findings: [RowFinding] = []
        for (number, rule) in Rule.all.enumerated() {
            findings += rule.check(batch, number: UInt8(number))
        }
        findings.sort { ($0.row, $0.rule, $0.field) < ($1.row, $1.rule, $1.field) }
        for found in findings {
            let row = Int(found.row)
            switch Rule.all[Int(found.rule)].severity {
            case .record: rows.flags[row] |= RowFlag.leftOut
            case .field:
                FileReading.empty(plan.setting.layout.places[Int(found.field)], in: &rows, row)
            case .file, .query, .note: continue
            }
        }
        return Part(
            rows: rows,
            findings: findings,
            digest: code,
            bytes: piece.count,
            tally: FileTally(rows, layout: plan.setting.layout)
        )
    }

    private static func empty(_ place: RowLayout.Place, in rows: inout ScannedRows, _ row: Int) {
        switch place {
        case .number: rows.numbers[row] = NumberState.invalid
        case .small(let slot): rows.small[slot][row] = CodeTable.absent
        case .wide(let slot): rows.wide[slot][row] = PackedDay.absent
        case .long(let slot): rows.long[slot][row] = LongValue.absent
        case .none: break
        }
    }
}

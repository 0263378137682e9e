public import Columns
public import Definitions
import Domain
import Synchronization

/// Reads one delivery: bytes to typed rows, and the rules that look at one row.
public struct FileReading: Sendable {
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
        var file = ReadFile(path: path, source: source.id, layout: context.layout(of: source))
        let longest = source.limit("longest-line-bytes")
        let supply =
            if let carrier {
                PieceSupply(carrier, longestRecord: longest)
            } else {
                try PieceSupply(path: path, longestRecord: longest)
            }
        guard var first = try supply.next() else {
            refuse(&file, supply.stop, rows: 0, hasPlan: false, limit: longest)
            return file
        }
        guard let plan = FilePlan(of: first.buffer, source: source, context: context, file: &file)
        else {
            return file
        }
        first.start = plan.firstRow
        let waiting = Mutex(Optional(first))
        // Room for rows of the usual length; what is not used is never touched.
        if supply.size > PieceSupply.pieceSize, keeper == nil {
            file.rows.reserve(supply.size / 64)
        }
        var digests: [[UInt8]] = []
        var rows = 0
        var isUTF8 = true
        var mistake: (row: Int, kind: RowMistake)?
        do {
            try workers.pipeline(
                next: {
                    let held = waiting.withLock { piece in
                        defer { piece = nil }
                        return piece
                    }
                    return try held ?? supply.next()
                },
                work: { piece in
                    defer { supply.giveBack(piece.buffer) }
                    return try part(piece, plan: plan)
                },
                take: { part in
                    digests.append(part.digest)
                    file.tally.add(part.tally)
                    isUTF8 = isUTF8 && part.isUTF8
                    for finding in part.findings {
                        var moved = finding
                        moved.row += UInt32(rows)
                        file.rowFindings.append(moved)
                    }
                    if let theirs = part.rows.mistake {
                        mistake = (rows + theirs.row, theirs.kind)
                        throw Halt()
                    }
                    if let keeper {
                        let share = Double(part.bytes) / Double(max(supply.size, 1))
                        keeper.take(part.rows, first: rows, share: share)
                    } else {
                        file.rows.append(part.rows)
                    }
                    rows += part.rows.count
                }
            )
        } catch is Halt {
            if let mistake { FilePlan.refuse(&file, mistake, limit: longest) }
            return file
        }
        guard supply.stop == nil else {
            refuse(&file, supply.stop, rows: rows, hasPlan: true, limit: longest)
            return file
        }
        file.rowCount = rows
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

    /// Refuses a file that could not be read to its end, or in which there is nothing.
    ///
    /// What was read before the trouble has been looked at first, so that the finding does not
    /// depend on how many pieces were read ahead.
    private func refuse(
        _ file: inout ReadFile,
        _ stop: PieceSupply.Stop?,
        rows: Int,
        hasPlan: Bool,
        limit: Int
    ) {
        guard let stop else {
            file.refuse("INT-001")
            return
        }
        file.refuse(
            stop.code,
            row: stop.mistake.map(\.line)
                ?? (stop.hasRow ? rows + (hasPlan ? 2 : 1) + stop.lines : nil),
            subject: stop.mistake?.subject ?? (stop.code == "INT-011" ? String(limit) : nil)
        )
    }

    /// Ends the pipeline at a row that cannot be read.
    private struct Halt: Error {}

    private struct Part: Sendable {
        var rows: ScannedRows
        var findings: [RowFinding]
        var digest: [UInt8]
        var isUTF8: Bool
        var bytes: Int
        var tally: FileTally
    }

    private func part(_ piece: PieceSupply.Piece, plan: FilePlan) throws -> Part {
        var rows = plan.scanner.scan(piece.buffer, from: piece.start)
        let tag = context.digest?.tag(of: piece.buffer) ?? []
        let batch = RecordBatch(rows: rows, setting: plan.setting)
        var findings: [RowFinding] = []
        for number in Rule.numbers(.rows, of: plan.setting.source) {
            findings += Rule.all[number].check(batch, number: UInt8(number))
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
            digest: tag,
            isUTF8: piece.isUTF8,
            bytes: piece.buffer.count,
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

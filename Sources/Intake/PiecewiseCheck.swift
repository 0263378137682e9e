import Columns
public import Definitions
import Domain

/// Checks a file without keeping its rows, so that ten million fit in little memory.
///
/// Of each row stay the 26 bytes that the rules on more than one row look at, divided by number
/// into buckets: the rows of a person, and rows without a person that are the same, always share
/// one. When the file has been read, each bucket goes through the same ``DeliveryGroup`` as a whole
/// file does, so that the findings are the same; that is tested.
public struct PiecewiseCheck {
    private let context: IntakeContext
    private let buckets: Int

    /// Creates the check.
    ///
    /// - Parameters:
    ///   - context: what every delivery of the run is read with.
    ///   - buckets: over how many parts the rows are divided, at most 256.
    public init(context: IntakeContext, buckets: Int = 256) {
        self.context = context
        self.buckets = max(1, min(buckets, 256))
    }

    /// Reads and checks a delivery.
    ///
    /// - Parameters:
    ///   - delivery: the delivery.
    ///   - source: its source.
    ///   - leftOutLimit: the share (percent) and number of records left out above which the file
    ///     is refused, when both are passed.
    /// - Returns: the file as checked; it has no rows.
    /// - Throws: ``DeliveryError`` when it cannot be read at all.
    public func run(
        _ delivery: DeliveryFile,
        source: SourceDefinition,
        leftOutLimit: (percent: Int, records: Int)
    ) throws -> ReadFile {
        let divided = DividedRows(buckets: buckets)
        var file = try FileReading(context: context).read(
            delivery,
            source: source,
            workers: context.workers,
            keeper: divided
        )
        // A file with nothing to report has a row that is none.
        guard !file.isRefused, file.rowCount > 0, !file.hasNothingToReport else { return file }
        var whole = file
        whole.rowFindings = []
        whole.findings = []
        let single = context.on(Workers(cores: 1))
        let template = whole
        let parts = divided.buckets
        let checked = try context.workers.map(buckets) { bucket in
            var part = template
            let numbers = parts[bucket].rowNumbers
            part.rows = parts[bucket].rows(template.layout)
            guard part.rows.count > 0 else { return (findings: [RowFinding](), leftOut: 0) }
            let group = try DeliveryGroup(
                files: [part],
                kernel: nil,
                context: single,
                leftOutLimit: (100, .max),
                isWhole: false
            )
            let findings = group.files[0].rowFindings.map {
                RowFinding(rule: $0.rule, field: $0.field, row: numbers[Int($0.row)])
            }
            return (findings, group.files[0].leftOut)
        }
        for part in checked {
            file.rowFindings += part.findings
            file.leftOut += part.leftOut
        }
        file.rowFindings.sort { ($0.row, $0.rule, $0.field) < ($1.row, $1.rule, $1.field) }
        file.checkTally()
        file.refuseIfTooMuchIsLeftOut(of: file.rowCount, limit: leftOutLimit)
        return file
    }
}

/// What the rules on more than one row look at, divided over buckets.
private final class DividedRows: RowKeeper {
    private(set) var buckets: [RowBucket]

    init(buckets: Int) {
        self.buckets = Array(repeating: RowBucket(), count: buckets)
    }

    func take(_ rows: ScannedRows, first: Int, share: Double) {
        if first == 0, share > 0, share < 1 {
            // Room for what will come, with a little to spare for buckets that get more.
            let expected = Double(rows.count) / share / Double(buckets.count) * 1.03
            for index in buckets.indices { buckets[index].reserve(Int(expected) + 256) }
        }
        let count = UInt64(buckets.count)
        for row in 0..<rows.count {
            let number = rows.numbers[row]
            let spread =
                NumberState.isNumber(number) ? UInt64(number) : rows.hashes[row] >> 32
            buckets[Int((spread * count) >> 32)].append(row, of: rows, place: UInt32(first + row))
        }
    }
}

/// The rows of a bucket, in the order of the file.
private struct RowBucket: Sendable {
    private var numbers: [UInt32] = []
    private var hashes: [UInt64] = []
    private var flags: [UInt8] = []
    private var codes: [UInt8] = []
    private var sexes: [UInt8] = []
    private var reasons: [UInt8] = []
    private var starts: [UInt16] = []
    private var births: [UInt16] = []
    private var ends: [UInt16] = []
    private var handedOver: [UInt16] = []
    /// How many rows of the file lie between a row and the one before it.
    private var gaps: [UInt16] = []
    /// Gaps that are larger than 65 534, by the place of the row.
    private var wideGaps: [Int: UInt32] = [:]
    private var last: UInt32 = 0

    mutating func reserve(_ rows: Int) {
        numbers.reserveCapacity(rows)
        hashes.reserveCapacity(rows)
        flags.reserveCapacity(rows)
        codes.reserveCapacity(rows)
        sexes.reserveCapacity(rows)
        reasons.reserveCapacity(rows)
        starts.reserveCapacity(rows)
        births.reserveCapacity(rows)
        ends.reserveCapacity(rows)
        handedOver.reserveCapacity(rows)
        gaps.reserveCapacity(rows)
    }

    mutating func append(_ row: Int, of rows: ScannedRows, place: UInt32) {
        let gap = place - last
        if gap > 65_534 { wideGaps[gaps.count] = gap }
        gaps.append(gap > 65_534 ? 65_535 : UInt16(gap))
        last = place
        numbers.append(rows.numbers[row])
        hashes.append(rows.hashes[row])
        flags.append(rows.flags[row])
        codes.append(rows.small[0][row])
        sexes.append(rows.small[8][row])
        reasons.append(rows.small[4][row])
        let takenOver = rows.wide[3][row]
        starts.append(takenOver == PackedDay.absent ? rows.wide[0][row] : takenOver)
        births.append(rows.wide[4][row])
        ends.append(rows.wide[1][row])
        handedOver.append(rows.wide[2][row])
    }

    /// The rows, with only the columns that the rules on more than one row look at.
    func rows(_ layout: RowLayout) -> ScannedRows {
        var rows = layout.noRows()
        rows.numbers = numbers
        rows.hashes = hashes
        rows.flags = flags
        let count = numbers.count
        for slot in rows.small.indices { rows.small[slot] = [UInt8](repeating: 0, count: count) }
        for slot in rows.wide.indices { rows.wide[slot] = [UInt16](repeating: 0, count: count) }
        rows.small[0] = codes
        rows.small[8] = sexes
        rows.small[4] = reasons
        rows.wide[0] = starts
        rows.wide[1] = ends
        rows.wide[2] = handedOver
        rows.wide[4] = births
        return rows
    }

    /// The numbers that the rows have in the file, from 0.
    var rowNumbers: [UInt32] {
        var numbers: [UInt32] = []
        numbers.reserveCapacity(gaps.count)
        var last: UInt32 = 0
        for (place, gap) in gaps.enumerated() {
            last += gap == 65_535 ? wideGaps[place] ?? 0 : UInt32(gap)
            numbers.append(last)
        }
        return numbers
    }
}

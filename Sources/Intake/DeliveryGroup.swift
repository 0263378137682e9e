public import Columns
public import Domain

/// Deliveries of one source and half-year, put together so that the rows of a person stand
/// together, and checked by the rules that look at more than one row.
///
/// One large delivery is a group of one; small ones are taken in by the hundreds.
public struct DeliveryGroup: Sendable {
    /// The source.
    public let source: String
    /// Where the columns are kept.
    let layout: RowLayout
    /// The half-year.
    public let period: ReportingPeriod
    /// The files, without their rows.
    public private(set) var files: [ReadFile]
    /// The rows of all files, one after another.
    public private(set) var rows: ScannedRows
    /// For each file where its rows begin.
    public let firstRows: [Int]
    /// For each row its file; nothing when there is only one.
    let fileOfRow: [UInt16]
    /// The pseudonyms of the persons, ascending; empty when there was no key.
    public let pseudonyms: [Pseudonym]
    /// The rows by person; within a person by file, form, start and end.
    package let order: PersonOrder

    /// Puts files together and checks them.
    ///
    /// - Parameters:
    ///   - given: read files of the same source and half-year, none refused.
    ///   - kernel: makes the pseudonyms; `nil` to only check.
    ///   - context: what every delivery of the run is read with.
    ///   - leftOutLimit: the share (percent) and number of records left out above which a file is
    ///     refused, when both are passed.
    ///   - isWhole: whether the rows are all of their file's; a part is not asked what only the whole
    ///     can answer.
    /// - Throws: what a worker throws; what is wrong with the rows becomes a finding.
    public init(
        files given: consuming [ReadFile],
        kernel: PseudonymMaker?,
        context: IntakeContext,
        leftOutLimit: (percent: Int, records: Int),
        isWhole: Bool = true
    ) throws {
        guard let first = given.first else {
            preconditionFailure("a group has at least one file that has been read")
        }
        source = first.source
        let period = first.period ?? RuleSetting.noPeriod
        self.period = period
        layout = first.layout
        var files = given
        var firstRows: [Int] = []
        var rows = first.layout.noRows()
        let nothing = rows
        if files.count > 1 { rows.reserve(files.reduce(0) { $0 + $1.rows.count }) }
        for index in files.indices {
            firstRows.append(rows.count)
            var taken = nothing
            swap(&taken, &files[index].rows)
            if files.count == 1 { rows = taken } else { rows.append(taken) }
        }
        let numbering = try DeliveryGroup.numbered(rows, workers: context.workers)
        var persons = numbering.places
        if let kernel {
            let order = try PseudonymOrder(
                numbering.senders.isEmpty
                    ? kernel.pseudonyms(
                        of: numbering.distinct,
                        scrambler: context.scrambler,
                        workers: context.workers
                    )
                    : kernel.pseudonyms(of: numbering.senders, workers: context.workers),
                workers: context.workers
            )
            pseudonyms = order.distinct
            let (numbered, places) = (persons, order.places)
            persons = try context.workers.filled(numbered.count) { range, out in
                for row in range {
                    let person = numbered[row]
                    out.append(person == Numbering.nobody ? person : places[Int(person)])
                }
            }
        } else {
            pseudonyms = []
        }
        // They have done their work; what is kept is what was made of them.
        rows.senders = []
        let (keys, faces) = try DeliveryGroup.carried(rows, firstRows, context.workers)
        let (starts, entries) = try RowOrder.entries(
            persons: persons,
            personCount: max(numbering.distinct.count, numbering.senders.count),
            keys: keys,
            marks: faces,
            workers: context.workers
        )
        order = PersonOrder(entries: entries, starts: starts)
        self.firstRows = firstRows
        fileOfRow = DeliveryGroup.filesOfRows(firstRows, count: rows.count)
        self.rows = rows
        self.files = files
        try checkWithinFiles(entries, context: context)
        self.rows.markLeftOut(of: &self.files, firstRows: firstRows)
        if isWhole {
            for index in files.indices where !files[index].isRefused {
                self.files[index].checkTally()
            }
            try checkWholeFiles(context: context)
        }
        try checkPersons(entries, context: context)
        self.rows.markLeftOut(of: &self.files, firstRows: firstRows)
        for index in files.indices {
            self.files[index].refuseIfTooMuchIsLeftOut(
                of: range(ofFile: index).count,
                limit: leftOutLimit
            )
        }
    }

    private static func filesOfRows(_ firstRows: [Int], count: Int) -> [UInt16] {
        guard firstRows.count > 1 else { return [] }
        var files: [UInt16] = []
        files.reserveCapacity(count)
        for (file, first) in firstRows.enumerated() {
            let next = file + 1 < firstRows.count ? firstRows[file + 1] : count
            files.append(contentsOf: repeatElement(UInt16(file), count: next - first))
        }
        return files
    }

    /// The rows of a file.
    public func range(ofFile index: Int) -> Range<Int> {
        firstRows[index]..<(index + 1 < firstRows.count ? firstRows[index + 1] : rows.count)
    }

    /// Whether a row is left out by a rule.
    public func isLeftOut(_ row: Int) -> Bool { rows.flags[row] & RowFlag.leftOut != 0 }

    /// Adds a finding to a file; its row, where it has one, is a row of the group.
    mutating func add(_ found: RowFinding, toFile file: Int) {
        var moved = found
        moved.row -= UInt32(firstRows[file])
        files[file].rowFindings.append(moved)
    }

    /// Adds a finding on a file as a whole.
    public mutating func add(_ finding: Finding, toFile file: Int) {
        files[file].findings.append(finding)
    }

    /// Puts the findings on rows in the order of row, rule and field.
    public mutating func sortFindings() {
        for index in files.indices {
            files[index].rowFindings.sort {
                ($0.row, $0.rule, $0.field) < ($1.row, $1.rule, $1.field)
            }
        }
    }

    /// What is carried along in the order of persons, for each row, as ``PersonOrder`` says.
    private static func carried(
        _ rows: ScannedRows,
        _ firstRows: [Int],
        _ workers: Workers
    ) throws -> (keys: [UInt64], faces: [UInt32]) {
        let code = rows.small[0]
        let referrer = rows.small[1]
        let start = rows.wide[0]
        let takenOver = rows.wide[3]
        let end = rows.wide[1]
        let keys: [UInt64] = try workers.filled(rows.count) { range, out in
            var file = (firstRows.firstIndex { $0 > range.lowerBound } ?? firstRows.count) - 1
            for row in range {
                while file + 1 < firstRows.count, firstRows[file + 1] <= row { file += 1 }
                let from = takenOver[row] == PackedDay.absent ? start[row] : takenOver[row]
                out.append(
                    UInt64(file) << 48 | UInt64(code[row]) << 40 | UInt64(from) << 24
                        | UInt64(end[row]) << 8 | UInt64(referrer[row])
                )
            }
        }
        let birth = rows.wide[4]
        let sex = rows.small[RowLayout.sexSlot]
        let reason = rows.small[RowLayout.reasonSlot]
        let faces: [UInt32] = try workers.filled(rows.count) { range, out in
            for row in range {
                out.append(
                    UInt32(reason[row]) << 24 | UInt32(birth[row]) << 8 | UInt32(sex[row])
                )
            }
        }
        return (keys, faces)
    }
}

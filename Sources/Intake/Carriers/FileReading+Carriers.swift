public import Columns
public import Definitions
import Domain

extension FileReading {
    /// Reads a delivery out of whatever carries it, with the columns of a source.
    ///
    /// Rows in its findings are those of the carrier: the line of a text, the row of a sheet.
    ///
    /// - Throws: ``DeliveryError`` when the file cannot be read at all; what is wrong *in* it, or
    ///   with its carrier, becomes a finding.
    public func read(
        _ delivery: DeliveryFile,
        source: SourceDefinition,
        workers: Workers
    ) throws(DeliveryError) -> ReadFile {
        try read(delivery, source: source, workers: workers, keeper: nil)
    }

    /// Reads a delivery; a keeper takes its rows.
    func read(
        _ delivery: DeliveryFile,
        source: SourceDefinition,
        workers: Workers,
        keeper: (any RowKeeper)?
    ) throws(DeliveryError) -> ReadFile {
        do {
            guard let opened = try delivery.open(source, definitions: definitions) else {
                return try read(
                    delivery.name,
                    source: source,
                    workers: workers,
                    from: nil,
                    keeper: keeper
                )
            }
            var file = try read(
                delivery.name,
                source: source,
                workers: workers,
                from: opened.bytes,
                keeper: keeper
            )
            if let numbers = opened.rows?.numbers { file.renumber(numbers) }
            if let workbook = opened.workbook {
                if workbook.otherSheets > 0 {
                    file.note("INT-040", subject: String(workbook.otherSheets))
                }
                if workbook.rows.filledNumbers > 0 {
                    file.note("INT-041", subject: String(workbook.rows.filledNumbers))
                }
            }
            return file
        } catch let error as DeliveryError {
            throw error
        } catch let error as PieceError {
            guard case .carrier(let mistake) = error else {
                throw DeliveryError(path: delivery.name, cause: error)
            }
            var file = ReadFile(
                path: delivery.name,
                source: source.id,
                layout: context.layout(of: source)
            )
            file.refuse(mistake.kind.code, row: mistake.line, subject: mistake.subject)
            return file
        } catch {
            throw DeliveryError(path: delivery.name, cause: .cannotRead(code: 5))
        }
    }
}

extension CarrierMistake.Kind {
    /// The rule under which the holder hears of the mistake.
    var code: String {
        switch self {
        case .lineWidth: "INT-030"
        case .damaged: "INT-031"
        case .unsupported: "INT-032"
        case .tooLarge: "INT-033"
        case .malformed: "INT-034"
        case .documentType: "INT-035"
        case .noRows: "INT-036"
        case .noDeliveries: "INT-037"
        case .mappedColumnMissing: "INT-038"
        }
    }
}

extension ReadFile {
    /// Turns lines of the delimited text in the findings into rows of the carrier.
    mutating func renumber(_ numbers: RowNumbers) {
        rowNumbers = numbers
        findings = findings.map { found in
            Finding(
                code: found.code,
                severity: found.severity,
                row: found.row.map(numbers.number(ofLine:)),
                field: found.field,
                subject: found.subject
            )
        }
    }
}

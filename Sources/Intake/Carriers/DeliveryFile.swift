import Columns
public import Definitions

/// *Leveringsbestand*: one delivery, with what carries it.
///
/// The carrier is told by the name: `.zip` holds deliveries, each with a receipt of its own under a
/// name as `a.zip/b.csv`; `.xlsx` is a workbook, of which the first sheet that is not hidden is
/// read; anything else is text.
public struct DeliveryFile: Sendable {
    /// What carries the delivery.
    enum Carrier: Sendable {
        case file
        case entry(ZipArchive, ZipArchive.Entry)
        case broken(CarrierMistake)
    }

    /// The name under which findings and receipts speak of it.
    public let name: String
    /// The path of the file it lies in.
    public let path: String

    let carrier: Carrier
    let options: CarrierOptions

    /// The deliveries in a file, in the order of the archive.
    ///
    /// - Throws: ``DeliveryError`` when an archive cannot be read at all; one with damage becomes
    ///   a delivery that is refused.
    public static func list(
        _ path: String,
        options: CarrierOptions,
        limits: CarrierLimits
    ) throws(DeliveryError) -> [DeliveryFile] {
        func one(_ carrier: Carrier, _ name: String? = nil) -> DeliveryFile {
            DeliveryFile(name: name ?? path, path: path, carrier: carrier, options: options)
        }
        guard hasSuffix(path, ".zip") else { return [one(.file)] }
        do throws(PieceError) {
            let archive = try ZipArchive(RandomAccessBytes(path: path), limits: limits)
            let entries = archive.entries.filter(isDelivery)
            guard !entries.isEmpty else { return [one(.broken(CarrierMistake(.noDeliveries)))] }
            return entries.map { one(.entry(archive, $0), path + "/" + $0.name) }
        } catch {
            if case .carrier(let mistake) = error { return [one(.broken(mistake))] }
            throw DeliveryError(path: path, cause: error)
        }
    }

    /// Bytes of the delivery as it lies there, unpacked; `nil` when that cannot be told.
    public var size: Int? {
        switch carrier {
        case .entry(_, let entry): entry.unpackedSize
        case .file: try? RandomAccessBytes(path: path).size
        case .broken: nil
        }
    }

    /// Whether an entry is one: no folder, and not what a system leaves behind.
    private static func isDelivery(_ entry: ZipArchive.Entry) -> Bool {
        let parts = entry.name.split(separator: "/", omittingEmptySubsequences: false)
        return parts.last?.isEmpty == false
            && !parts.contains { $0.hasPrefix(".") || $0 == "__MACOSX" }
    }

    static func hasSuffix(_ name: String, _ suffix: String) -> Bool {
        name.utf8.count > suffix.utf8.count
            && name.utf8.suffix(suffix.utf8.count).elementsEqual(suffix.utf8) {
                $0 | 0x20 == $1 | 0x20
            }
    }
}

extension DeliveryFile {
    /// A delivery taken out of its carrier, with what is known once it has been read.
    struct Opened {
        let bytes: any ByteSource
        let rows: RowBytes?
        let workbook: (rows: WorkbookRows, otherSheets: Int)?
    }

    /// Takes the delivery out of its carrier; `nil` for a file in the form of the protocol.
    func open(
        _ source: SourceDefinition,
        definitions: DefinitionSet
    ) throws(PieceError) -> Opened? {
        let longest = source.limit("longest-line-bytes")
        let isPlain = options.layout == nil && options.mapping == nil
        let bytes: RandomAccessBytes
        let inner: any ByteSource
        switch carrier {
        case .broken(let mistake):
            throw .carrier(mistake)
        case .file:
            guard !isPlain || DeliveryFile.hasSuffix(name, ".xlsx") else { return nil }
            bytes = try RandomAccessBytes(path: path)
            inner = StretchBytes(bytes)
        case .entry(let archive, let entry):
            guard !DeliveryFile.hasSuffix(name, ".zip") else {
                throw .carrier(CarrierMistake(.unsupported, subject: entry.name))
            }
            inner = try archive.open(entry)
            guard DeliveryFile.hasSuffix(name, ".xlsx") else {
                return opened(inner, nil, longest)
            }
            bytes = try DeliveryFile.inMemory(inner, limits: archive.limits)
        }
        guard DeliveryFile.hasSuffix(name, ".xlsx") else { return opened(inner, nil, longest) }
        let archive = try ZipArchive(bytes, limits: definitions.carrierLimits)
        guard Workbook.isWorkbook(archive) else { throw ZipArchive.damaged }
        let workbook = try Workbook(archive)
        let visible = workbook.sheets.filter(\.isVisible)
        guard let sheet = visible.first else { throw .carrier(CarrierMistake(.noRows)) }
        let rows = try WorkbookRows(
            workbook,
            sheet: sheet,
            longestRecord: longest,
            widths: widths(source, definitions)
        )
        return opened(inner, (rows, visible.count - 1), longest)
    }

    private func opened(
        _ bytes: any ByteSource,
        _ workbook: (rows: WorkbookRows, otherSheets: Int)?,
        _ longest: Int
    ) -> Opened {
        var rows: (any RowSource)? = workbook?.rows
        if rows == nil, let layout = options.layout {
            rows = FixedWidthRows(bytes, layout: layout)
        }
        if let mapping = options.mapping {
            rows = MappedRows(
                rows ?? DelimitedRows(bytes),
                mapping: mapping,
                longestRecord: longest
            )
        }
        guard let rows else { return Opened(bytes: bytes, rows: nil, workbook: nil) }
        let written = RowBytes(rows, longestRecord: longest)
        return Opened(bytes: written, rows: written, workbook: workbook)
    }

    /// How many digits a number has in a column, by the name it has in the carrier.
    private func widths(
        _ source: SourceDefinition,
        _ definitions: DefinitionSet
    ) -> [String: Int] {
        var widths: [String: Int] = [:]
        for column in source.columns {
            let width: Int? =
                switch column.kind {
                case .bsn: 9
                case .holder: 8
                case .municipality: 4
                case .code:
                    column.codeList.flatMap { definitions.codeLists[$0] }?.entries
                        .allSatisfy { $0.code.utf8.count == 2 } == true ? 2 : nil
                default: nil
                }
            guard let width else { continue }
            guard let mapping = options.mapping else {
                widths[column.name] = width
                continue
            }
            for mapped in mapping.columns where mapped.name == column.name {
                if mapped.codes == nil, case .column(let name) = mapped.origin {
                    widths[name] = width
                }
            }
        }
        return widths
    }

    /// A workbook within an archive, unpacked in memory.
    private static func inMemory(
        _ source: any ByteSource,
        limits: CarrierLimits
    ) throws(PieceError) -> RandomAccessBytes {
        guard source.expectedSize <= limits.sharedTextBytes else {
            throw .carrier(CarrierMistake(.tooLarge, subject: String(limits.sharedTextBytes)))
        }
        let buffer = UnsafePieceBuffer(capacity: source.expectedSize + 1)
        while try source.fill(buffer, limit: buffer.room) > 0 {}
        return RandomAccessBytes(buffer)
    }
}

import Columns
import Definitions

/// A holder's own export as rows of the protocol: columns renamed, codes translated, dates turned.
///
/// A value that does not fit what the mapping says comes out as one that no rule accepts, so that
/// the holder hears of it by row and column; it is never dropped.
final class MappedRows: RowSource {
    /// Stands for a code that the mapping does not know and no code list has.
    private static let unmapped = "??"

    private let rows: any RowSource
    private let mapping: ColumnMapping
    private let given: CarriedRow
    /// For each column of the mapping the place of its column in the export.
    private var places: [Int?] = []
    private var isBegun = false
    private var width = 0

    init(_ rows: any RowSource, mapping: ColumnMapping, longestRecord: Int) {
        self.rows = rows
        self.mapping = mapping
        given = CarriedRow(capacity: longestRecord)
    }

    var expectedSize: Int { rows.expectedSize }

    func next(_ row: CarriedRow) throws(PieceError) -> Bool {
        given.clear()
        do throws(PieceError) {
            guard try rows.next(given) else { return false }
        } catch {
            row.number = given.number
            throw error
        }
        row.number = given.number
        guard isBegun else {
            isBegun = true
            try readHeader()
            for column in mapping.columns {
                try row.append(column.name)
                row.endField()
            }
            return true
        }
        for (index, column) in mapping.columns.enumerated() {
            try write(column, from: places[index], to: row)
            row.endField()
        }
        if given.fieldCount != width { row.endField() }
        return true
    }

    private func readHeader() throws(PieceError) {
        width = given.fieldCount
        for column in mapping.columns {
            guard case .column(let name) = column.origin else {
                places.append(nil)
                continue
            }
            guard let place = (0..<width).first(where: { given.field($0, is: name) }) else {
                throw .carrier(CarrierMistake(.mappedColumnMissing, subject: name))
            }
            places.append(place)
        }
    }

    private func write(
        _ column: ColumnMapping.Column,
        from place: Int?,
        to row: CarriedRow
    ) throws(PieceError) {
        guard let place else {
            if case .value(let text) = column.origin { try row.append(text) }
            return
        }
        // A row that is too short has nothing there; its number of fields is refused anyway.
        guard place < given.fieldCount, !given.range(of: place).isEmpty else { return }
        if let codes = column.codes {
            let code = given.range(of: place).count <= 64 ? given.code(of: place) : ""
            try row.append(codes[code] ?? MappedRows.unmapped)
        } else if let format = column.dateFormat {
            if let date = date(place, format) {
                for digit in date { try row.append(digit) }
            } else {
                try row.append(MappedRows.unmapped)
            }
        } else {
            try row.append(place, of: given)
        }
    }

    /// The eight digits of a date, or `nil` when the field is not written as the format says.
    private func date(_ place: Int, _ format: ColumnMapping.DateFormat) -> [UInt8]? {
        let range = given.range(of: place)
        var offset = range.lowerBound
        func digits(_ least: Int, _ most: Int) -> [UInt8]? {
            var found: [UInt8] = []
            while found.count < most, offset < range.upperBound,
                (0x30...0x39).contains(given[offset])
            {
                found.append(given[offset])
                offset += 1
            }
            return found.count >= least ? found : nil
        }
        var year: [UInt8] = []
        var month: [UInt8] = []
        var day: [UInt8] = []
        for part in format.parts {
            switch part {
            case .year:
                guard let found = digits(4, 4) else { return nil }
                year = found
            case .month(let isShort):
                guard let found = digits(isShort ? 1 : 2, 2) else { return nil }
                month = found.count == 1 ? [0x30] + found : found
            case .day(let isShort):
                guard let found = digits(isShort ? 1 : 2, 2) else { return nil }
                day = found.count == 1 ? [0x30] + found : found
            case .sign(let sign):
                guard offset < range.upperBound, given[offset] == sign else { return nil }
                offset += 1
            }
        }
        return offset == range.upperBound ? year + month + day : nil
    }
}

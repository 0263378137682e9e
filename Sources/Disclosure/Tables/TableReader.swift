import Domain

/// Reads one or more CSV files into one system of linked tables.
public struct TableReader {
    /// What the tables are read for, which decides what is refused.
    public enum Purpose: Sendable {
        /// To be protected: every cell exact, every total there and equal to its parts. A part
        /// that is not in a file is zero, as an absent cell is everywhere in this product.
        case protection
        /// To be attacked: cells say what their status says, and one that is not printed is
        /// unknown.
        case attack
    }

    /// The columns that are no dimensions.
    static let known = [
        "value", "status", "base", "mode", "lo", "hi", "weight", "contributors", "holders",
        "frozen",
    ]

    private let structure: TableStructure
    private let purpose: Purpose
    private var codes: [[String]]
    private var placeOfCode: [[String: Int]]
    private var raw: [RawTable] = []

    /// Reads tables.
    ///
    /// - Parameters:
    ///   - files: the paths, for messages, with the bytes of the files.
    ///   - structure: how their codes add up.
    ///   - purpose: what the tables are for.
    /// - Returns: the cells of all files with the relations between them.
    /// - Throws: ``TableError`` that names the file and row, or the relation.
    /// - Complexity: O(*n* + *t*) in rows and in terms of relations.
    public static func read(
        _ files: [(path: String, bytes: [UInt8])],
        structure: TableStructure,
        for purpose: Purpose
    ) throws(TableError) -> LinkedTables {
        var reader = TableReader(structure, purpose)
        for file in files { try reader.parse(file.path, file.bytes) }
        return try reader.link()
    }

    private init(_ structure: TableStructure, _ purpose: Purpose) {
        self.structure = structure
        self.purpose = purpose
        codes = structure.dimensions.map(\.knownCodes)
        placeOfCode = codes.map {
            Dictionary(zip($0, $0.indices), uniquingKeysWith: { first, _ in first })
        }
    }

    /// Reads one file; flat dimensions learn their codes from it.
    private mutating func parse(_ path: String, _ bytes: [UInt8]) throws(TableError) {
        guard String(validating: bytes, as: UTF8.self) != nil else { throw .notUTF8(path: path) }
        var rows = TableRows(bytes)
        var fields: [String] = []
        guard rows.next(into: &fields) else { throw .noValues(path: path) }
        let names = structure.dimensions.map(\.name)
        let header = try TableHeader(fields, path: path, dimensions: names)
        var table = RawTable(path: path, columns: header.dimensions.map(\.dimension))
        while rows.next(into: &fields) {
            guard !rows.isOpen else { throw .openQuote(path: path, row: rows.row) }
            guard fields.count == header.count else {
                throw .fieldCount(path: path, row: rows.row)
            }
            for (column, dimension) in header.dimensions {
                if let place = placeOfCode[dimension][fields[column]] {
                    table.places.append(Int32(place))
                    continue
                }
                guard structure.dimensions[dimension].hierarchies.isEmpty else {
                    throw .unknownCode(path: path, row: rows.row, dimension: names[dimension])
                }
                placeOfCode[dimension][fields[column]] = codes[dimension].count
                table.places.append(Int32(codes[dimension].count))
                codes[dimension].append(fields[column])
            }
            let row = try RawRow(fields, header, path: path, row: rows.row)
            if purpose == .protection, !row.isExact {
                throw .notExact(path: path, row: rows.row)
            }
            table.decimals = max(table.decimals, row.decimals)
            table.rows.append(row)
        }
        guard !table.rows.isEmpty else { throw .noValues(path: path) }
        raw.append(table)
    }

    /// Puts the rows of all files together as cells and finds what adds up.
    private func link() throws(TableError) -> LinkedTables {
        let radices = codes.map(\.count)
        var space: UInt64 = 1
        for radix in radices {
            let (product, overflows) = space.multipliedReportingOverflow(by: UInt64(radix))
            guard !overflows, product < 1 << 62 else { throw .tooLarge }
            space = product
        }
        let decimals = raw.map(\.decimals).max() ?? 0
        var tables = LinkedTables(
            structure: structure,
            codes: codes,
            decimals: decimals,
            keys: [],
            cells: [],
            files: [],
            indexOfKey: CellIndex(space: space)
        )
        var fileOfCell: [Int32] = []
        for (number, table) in raw.enumerated() {
            var rows: [Int32] = []
            var places = [Int](repeating: 0, count: radices.count)
            for (index, row) in table.rows.enumerated() {
                for (column, dimension) in table.columns.enumerated() {
                    places[dimension] = Int(table.places[index * table.columns.count + column])
                }
                let key = CellTable.pack(places, radices: radices)
                let cell = row.cell(decimals: decimals)
                if let old = tables.indexOfKey[key] {
                    let name = tables.name(of: old)
                    let first = Int(fileOfCell[old])
                    guard first != number else {
                        throw .repeatedCell(path: table.path, row: index + 2, cell: name)
                    }
                    guard let joined = tables.cells[old].joined(cell) else {
                        throw .differsBetweenFiles(
                            cell: name,
                            first: raw[first].path,
                            second: table.path
                        )
                    }
                    tables.cells[old] = joined
                    fileOfCell[old] = Int32(number)
                    rows.append(Int32(old))
                } else {
                    tables.add(cell, key: key)
                    fileOfCell.append(Int32(number))
                    rows.append(Int32(tables.cells.count - 1))
                }
                if let value = tables.cells[Int(rows[rows.count - 1])].knowledge.printed, value < 0
                {
                    throw .negative(
                        path: table.path,
                        row: index + 2,
                        cell: tables.name(of: Int(rows[rows.count - 1]))
                    )
                }
            }
            tables.files.append(
                LinkedTables.File(path: table.path, columns: table.columns, rows: rows)
            )
        }
        tables.printedCount = tables.cells.count
        try RelationFinder(purpose: purpose).find(in: &tables)
        if purpose == .protection { try tables.checkTotals() }
        return tables
    }
}

/// The rows of one file with their codes as places.
private struct RawTable {
    let path: String
    let columns: [Int]
    var places: [Int32] = []
    var rows: [RawRow] = []
    var decimals = 0

    init(path: String, columns: [Int]) {
        self.path = path
        self.columns = columns
    }
}

extension TableStructure.Dimension {
    /// The codes the hierarchies know, the total first.
    var knownCodes: [String] {
        var codes = [total]
        var seen: Set = [total]
        for branch in hierarchies.flatMap(\.branches) {
            for code in [branch.parent] + branch.children where seen.insert(code).inserted {
                codes.append(code)
            }
        }
        return codes
    }
}

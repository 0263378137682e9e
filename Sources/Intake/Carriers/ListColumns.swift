import Columns

/// Some columns of lists of persons, read from delimited text with a header line: the distinct
/// values of all lists together, and for each record of each list the place of its value.
///
/// Lists are read for linkage by resemblance, in memory only; no value of them is printed or kept.
public struct ListColumns: Sendable {
    /// One column of all lists.
    public struct Column: Sendable {
        /// The distinct values that are not empty.
        public internal(set) var values: [[UInt8]] = []
        /// For each list, and each of its records, the place of its value plus one; 0 is empty.
        public internal(set) var places: [[UInt32]] = []
    }

    /// Why a list cannot be read.
    public enum Mistake: Error, Equatable, Sendable {
        /// The file cannot be read.
        case unreadable(path: String)
        /// The header lacks a column.
        case columnMissing(path: String, column: String)
        /// A row has another number of fields than the header.
        case fieldCount(path: String, row: Int)
        /// A quote was opened and never closed, or a row is too long.
        case malformed(path: String, row: Int)
    }

    /// The longest row that is read.
    static let longestRecord = 65_536

    /// The columns by name.
    public private(set) var columns: [String: Column] = [:]
    /// The records of each list.
    public private(set) var counts: [Int] = []

    /// Reads columns of lists.
    ///
    /// - Parameters:
    ///   - paths: the files, UTF-8, separated by semicolons, commas or tabs.
    ///   - names: the columns that are wanted.
    /// - Throws: ``Mistake`` with the file and the row.
    public init(_ paths: [String], names: [String]) throws(Mistake) {
        var known = [[[UInt8]: UInt32]](repeating: [:], count: names.count)
        var read = [Column](repeating: Column(), count: names.count)
        for path in paths {
            let places = try ListColumns.places(path, names, &known, &read)
            counts.append(places.first?.count ?? 0)
            for index in names.indices { read[index].places.append(places[index]) }
        }
        for (name, column) in zip(names, read) { columns[name] = column }
    }

    /// The places of one list, by column.
    private static func places(
        _ path: String,
        _ names: [String],
        _ known: inout [[[UInt8]: UInt32]],
        _ read: inout [Column]
    ) throws(Mistake) -> [[UInt32]] {
        let row = CarriedRow(capacity: longestRecord)
        do {
            let bytes = try RandomAccessBytes(path: path)
            let rows = DelimitedRows(StretchBytes(bytes))
            guard try rows.next(row) else { throw Mistake.malformed(path: path, row: 1) }
            let width = row.fieldCount
            var fields: [Int] = []
            for name in names {
                guard let field = (0..<width).first(where: { row.field($0, is: name) }) else {
                    throw Mistake.columnMissing(path: path, column: name)
                }
                fields.append(field)
            }
            var places = [[UInt32]](repeating: [], count: names.count)
            row.clear()
            while try rows.next(row) {
                guard row.fieldCount == width else {
                    throw Mistake.fieldCount(path: path, row: row.number)
                }
                for (index, field) in fields.enumerated() {
                    let value = row.range(of: field).map { row[$0] }
                    guard !value.isEmpty else {
                        places[index].append(0)
                        continue
                    }
                    if let place = known[index][value] {
                        places[index].append(place)
                    } else {
                        read[index].values.append(value)
                        let place = UInt32(read[index].values.count)
                        known[index][value] = place
                        places[index].append(place)
                    }
                }
                row.clear()
            }
            return places
        } catch let error as Mistake {
            throw error
        } catch let error as PieceError {
            throw switch error {
            case .openQuote, .recordTooLong: Mistake.malformed(path: path, row: row.number)
            default: Mistake.unreadable(path: path)
            }
        } catch {
            throw .unreadable(path: path)
        }
    }
}

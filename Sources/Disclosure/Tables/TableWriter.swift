import Domain

/// Writes tables in the form in which they are read.
public struct TableWriter {
    private let tables: LinkedTables

    /// Creates a writer for tables.
    public init(_ tables: LinkedTables) {
        self.tables = tables
    }

    /// A file with what is printed of its cells, in the order of its rows.
    ///
    /// - Parameters:
    ///   - file: the number of the file.
    ///   - knowledge: what is printed, one to a cell.
    /// - Returns: the bytes of the file.
    public func csv(_ file: Int, _ knowledge: [CellKnowledge]) -> [UInt8] {
        write(tables.files[file].columns, tables.files[file].rows, knowledge)
    }

    /// All cells of all files once, with every dimension as a column.
    func whole(_ knowledge: [CellKnowledge]) -> [UInt8] {
        write(
            Array(tables.structure.dimensions.indices),
            (0..<tables.printedCount).map { Int32($0) },
            knowledge
        )
    }

    private func write(
        _ dimensions: [Int],
        _ rows: [Int32],
        _ knowledge: [CellKnowledge]
    ) -> [UInt8] {
        var bytes: [UInt8] = []
        let names = dimensions.map { CellTable.csvField(tables.structure.dimensions[$0].name) }
        let hasBase = rows.contains {
            if case .rounded = knowledge[Int($0)] { true } else { false }
        }
        let hasBounds = rows.contains {
            if case .interval = knowledge[Int($0)] { true } else { false }
        }
        let columns =
            names + ["value", "status"] + (hasBase ? ["base", "mode"] : [])
            + (hasBounds ? ["lo", "hi"] : [])
        bytes.append(contentsOf: Array((columns.joined(separator: ",") + "\n").utf8))
        let codes = tables.codes.map { $0.map { Array((CellTable.csvField($0) + ",").utf8) } }
        for row in rows {
            let places = tables.places(of: Int(row))
            for column in dimensions {
                bytes.append(contentsOf: codes[column][places[column]])
            }
            let print = knowledge[Int(row)]
            var fields = [print.printed.map(text) ?? "", print.statusName]
            if hasBase {
                if case .rounded(_, let base, let mode) = print {
                    fields += [text(base), mode.rawValue]
                } else {
                    fields += ["", ""]
                }
            }
            if hasBounds {
                if case .interval(let low, let high) = print {
                    fields += [low.map(text) ?? "", high.map(text) ?? ""]
                } else {
                    fields += ["", ""]
                }
            }
            bytes.append(contentsOf: Array(fields.joined(separator: ",").utf8))
            bytes.append(0x0A)
        }
        return bytes
    }

    private func text(_ number: Int) -> String {
        CellTable.text(Int64(number), decimals: tables.decimals)
    }
}

extension CellKnowledge {
    /// The word in the column `status`.
    public var statusName: String {
        switch self {
        case .exact: "published"
        case .interval: "interval"
        case .rounded: "rounded"
        case .suppressed, .absent: "suppressed"
        case .derived: "derived"
        }
    }
}

import Domain

extension OpenTable {
    /// The names of the columns of ``csv(_:)``.
    var csvColumns: [String] {
        dimensions.map(\.key) + ["Measure", "Value", "Status", "Vintage"]
    }

    /// The cells as CSV (RFC 4180): one to a row, and beside each number its status.
    ///
    /// A cell without a number has an empty field under `Value` and the reason under `Status`.
    func csv(_ selection: OpenSelection) -> [UInt8] {
        var bytes = Array((csvColumns.map(CellTable.csvField).joined(separator: ",") + "\r\n").utf8)
        let codes = dimensions.map {
            $0.codes.map { Array((CellTable.csvField($0.key) + ",").utf8) }
        }
        let names = measures.map { Array((CellTable.csvField($0.key) + ",").utf8) }
        for row in selection.rows(of: self) {
            for (place, measure) in measures.enumerated() {
                let cell = rows.cell(row: row, measure: place)
                for dimension in dimensions.indices {
                    let code = rows.place(row: row, dimension: dimension)
                    bytes.append(contentsOf: codes[dimension][code])
                }
                bytes.append(contentsOf: names[place])
                if let value = cell.value {
                    bytes.append(contentsOf: CellTable.text(value, decimals: measure.decimals).utf8)
                }
                bytes.append(contentsOf: ",\(cell.status.name),\(cell.vintage.code)\r\n".utf8)
            }
        }
        return bytes
    }

    /// The codes of every dimension and the measures, with what they mean.
    func codesCSV() -> [UInt8] {
        var text = "Column,Code,Title,Group,Status,Unit\r\n"
        func add(_ fields: [String]) {
            text += fields.map(CellTable.csvField).joined(separator: ",") + "\r\n"
        }
        for dimension in dimensions {
            for code in dimension.codes {
                let group = dimension.groups.first { $0.key == code.group }
                add([
                    dimension.key, code.key, code.title, group?.title ?? "",
                    code.vintage?.code ?? "", "",
                ])
            }
        }
        for measure in measures {
            add(["Measure", measure.key, measure.title, "", "", measure.unit])
        }
        return Array(text.utf8)
    }
}

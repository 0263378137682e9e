import Domain

extension OpenTable {
    /// The agency under which the structures stand.
    static let sdmxAgency = "IJKPUNT"

    /// The cells as SDMX-CSV 2.0: one to a row, with `OBS_STATUS` and `CONF_STATUS`.
    ///
    /// A missing number is `NaN`, as the format writes it, and never an empty field. `VALUE_ATTRIBUTE`
    /// and `VINTAGE` keep what the code lists of SDMX put together.
    func sdmxCSV(_ selection: OpenSelection) -> [UInt8] {
        let keys = dimensions.map { $0.kind == .time ? "TIME_PERIOD" : $0.key }
        let header =
            ["STRUCTURE", "STRUCTURE_ID", "ACTION"] + keys + [
                "MEASURE", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS", "VALUE_ATTRIBUTE", "VINTAGE",
                "UNIT_MEASURE", "DECIMALS",
            ]
        var bytes = Array((header.joined(separator: ",") + "\r\n").utf8)
        let begin = Array("dataflow,\(OpenTable.sdmxAgency):\(id)(\(version).0),I,".utf8)
        let codes = dimensions.map { dimension in
            dimension.codes.map { code in
                let key = dimension.kind == .time ? PeriodCode.standard(code.key) : code.key
                return Array((CellTable.csvField(key) + ",").utf8)
            }
        }
        for row in selection.rows(of: self) {
            for (place, measure) in measures.enumerated() {
                let cell = rows.cell(row: row, measure: place)
                bytes.append(contentsOf: begin)
                for dimension in dimensions.indices {
                    let code = rows.place(row: row, dimension: dimension)
                    bytes.append(contentsOf: codes[dimension][code])
                }
                let value = cell.value.map { CellTable.text($0, decimals: measure.decimals) }
                let fields = [
                    measure.key, value ?? "NaN", cell.sdmxStatus, cell.status.sdmxConfidentiality,
                    cell.attribute, cell.vintage.code, CellTable.csvField(measure.unit),
                    String(measure.decimals),
                ]
                bytes.append(contentsOf: (fields.joined(separator: ",") + "\r\n").utf8)
            }
        }
        return bytes
    }
}

extension Observation {
    /// The code in `CL_OBS_STATUS` (version 2.2).
    var sdmxStatus: String {
        switch status {
        case .free: vintage == .final ? "A" : "P"
        case .estimated: "E"
        case .withheld, .withheldPrimary, .withheldSecondary: "Q"
        case .impossible: "M"
        case .boundsOnly, .unknown: "O"
        case .unreliable: "U"
        }
    }
}

extension ObservationStatus {
    /// The code in `CL_CONF_STATUS` (version 1.2).
    var sdmxConfidentiality: String {
        switch self {
        case .withheld: "C"
        case .withheldPrimary: "A"
        case .withheldSecondary: "D"
        default: "F"
        }
    }
}

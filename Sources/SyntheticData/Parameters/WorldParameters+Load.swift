public import Definitions
public import FoundationEssentials

extension WorldParameters {
    /// Reads the parameters from the definitions folder, the one that holds `synthetic/`.
    ///
    /// - Throws: `DefinitionError` that names the first mistake by file and line.
    public static func load(from folder: URL) throws(DefinitionError) -> WorldParameters {
        let shares = try Shares(folder)
        return WorldParameters(
            values: try loadValues(folder),
            forms: try loadForms(folder, shares),
            measureTypes: try loadMeasureTypes(folder, shares),
            reasons: try shares.of("reason", "T"),
            label: try ParameterTable.text(of: "synthetic/label.txt", in: folder),
            numberSource: try ParameterTable.text(of: "synthetic/numbers.txt", in: folder)
                .split(separator: "\n").joined(separator: " ")
        )
    }

    private static func loadValues(_ folder: URL) throws(DefinitionError) -> [String: Int] {
        let table = try ParameterTable("synthetic/parameters.csv", in: folder)
        var values: [String: Int] = [:]
        for row in table.rows {
            values[row.fields["name"] ?? ""] = try table.number("value", row)
        }
        for name in Name.allCases where values[name.rawValue] == nil {
            throw DefinitionError(
                file: table.file,
                line: nil,
                found: "no `\(name.rawValue)`",
                expected: "a row with that name"
            )
        }
        return values
    }

    private static func loadForms(
        _ folder: URL,
        _ shares: Shares
    ) throws(DefinitionError) -> [Form] {
        let table = try ParameterTable("synthetic/forms.csv", in: folder)
        var forms: [Form] = []
        for row in table.rows {
            let code = row.fields["form"] ?? ""
            forms.append(
                Form(
                    code: UInt8(clamping: try table.number("form", row)),
                    row: row.fields["row"] ?? "",
                    ageLow: try table.number("age_low", row),
                    ageHigh: try table.number("age_high", row),
                    leaveWeight: try table.number("leave_weight", row),
                    durations: try table.durations(row),
                    otherReferrers: try shares.of("referrer", code)
                )
            )
        }
        return forms
    }

    private static func loadMeasureTypes(
        _ folder: URL,
        _ shares: Shares
    ) throws(DefinitionError) -> [MeasureType] {
        let table = try ParameterTable("synthetic/measures.csv", in: folder)
        let weights = try shares.of("measure", "T")
        var types: [MeasureType] = []
        for row in table.rows {
            let code = UInt8(clamping: try table.number("type", row))
            types.append(
                MeasureType(
                    code: code,
                    weight: weights.first { $0.code == code }?.weight ?? 0,
                    ageLow: try table.number("age_low", row),
                    ageHigh: try table.number("age_high", row),
                    durations: try table.durations(row),
                    reasons: try shares.of("measure_reason", row.fields["type"] ?? "")
                )
            )
        }
        return types
    }

    /// The table of shares, by table and key.
    private struct Shares {
        let table: ParameterTable

        init(_ folder: URL) throws(DefinitionError) {
            table = try ParameterTable("synthetic/shares.csv", in: folder)
        }

        func of(_ name: String, _ key: String)
            throws(DefinitionError) -> [(code: UInt8, weight: Int)]
        {
            var shares: [(code: UInt8, weight: Int)] = []
            for row in table.rows where row.fields["table"] == name && row.fields["key"] == key {
                shares.append(
                    (
                        UInt8(clamping: try table.number("code", row)),
                        try table.number("weight", row)
                    )
                )
            }
            guard shares.contains(where: { $0.weight > 0 }) else {
                throw DefinitionError(
                    file: table.file,
                    line: nil,
                    found: "no weight for \(name) \(key)",
                    expected: "at least one row with a weight above 0"
                )
            }
            return shares
        }
    }
}

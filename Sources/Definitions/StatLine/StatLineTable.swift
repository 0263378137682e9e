public import Domain

/// *StatLine-tabel*: a table of Statistics Netherlands as its open data gives it, in version 3 or 4
/// of OData or as CSV.
public struct StatLineTable: Sendable {
    /// A cell.
    public struct Cell: Sendable, Equatable {
        /// The key of its period, as `2019HJ01`.
        public let period: String
        /// Its keys on the other dimensions, in their order.
        public let keys: [String]
        /// The measure.
        public let measure: String
        /// The size.
        public let value: PublishedFigure.Value
    }

    /// The id, as `85097NED`; empty when no part tells it.
    public let id: String
    /// The title.
    public let title: String
    /// What the table holds, in the publisher's words.
    public let summary: String
    /// The dimensions besides time, in the order of their names.
    public let dimensions: [String]
    /// Titles of keys by dimension, and of measures under the empty name.
    public let titles: [String: [String: String]]
    /// How final the figures of a period are, by its key.
    public let statuses: [String: PublishedFigure.Status]
    /// The cells, in the order of the data.
    public let cells: [Cell]

    private static let ownNames: Set<String> = [
        "ID", "Id", "Measure", "ValueAttribute", "Value", "StringValue",
    ]

    /// Puts a table together from its parts.
    ///
    /// Needed is the data: `TypedDataSet`, `UntypedDataSet` or `Observations`. Used when there:
    /// `TableInfos` or `Properties`, `DataProperties` or `MeasureCodes`, and for each dimension
    /// `<name>` or `<name>Codes`. An empty cell in version 3 is taken as withheld, because there
    /// `null` stands for both; an `Impossible` one in version 4 is no cell.
    ///
    /// - Throws: ``StatLineError``.
    public init(parts: [String: StatLineRows]) throws(StatLineError) {
        let info = (parts["TableInfos"] ?? parts["Properties"])?.rows.first ?? [:]
        id = StatLineTable.text(info["Identifier"])
        title = StatLineTable.text(info["Title"])
        let short = StatLineTable.text(info["ShortDescription"])
        summary = short.isEmpty ? StatLineTable.text(info["Description"]) : short
        let names = ["TypedDataSet", "UntypedDataSet", "Observations"]
        guard let data = names.compactMap({ parts[$0] }).first else {
            throw .missingPart(names.joined(separator: ", "))
        }
        let isLong = data.rows.first?["Measure"] != nil
        var columns: Set<String> = []
        for row in data.rows { columns.formUnion(row.keys) }
        let measures = isLong ? [] : columns.filter(StatLineTable.isTopic).sorted()
        let others = columns.subtracting(measures).subtracting(StatLineTable.ownNames).sorted()
        let declared = parts["DataProperties"]?.rows.first {
            StatLineTable.text($0["Type"]) == "TimeDimension"
        }
        let time = declared.map { StatLineTable.text($0["Key"]) } ?? "Perioden"
        guard others.contains(time) else { throw .missingPart(time) }
        dimensions = others.filter { $0 != time }
        var titles = StatLineTable.titles(parts, dimensions: others)
        titles[""] = StatLineTable.measureTitles(parts)
        self.titles = titles
        statuses = StatLineTable.statuses(parts[time] ?? parts[time + "Codes"])
        var cells: [Cell] = []
        for row in data.rows {
            let period = StatLineTable.text(row[time])
            let keys = dimensions.map { StatLineTable.text(row[$0]) }
            func add(_ measure: String, _ field: StatLineRows.Field?) throws(StatLineError) {
                let value = try StatLineTable.value(field, part: names.joined(separator: ", "))
                cells.append(Cell(period: period, keys: keys, measure: measure, value: value))
            }
            if isLong {
                guard StatLineTable.text(row["ValueAttribute"]) != "Impossible" else { continue }
                try add(StatLineTable.text(row["Measure"]), row["Value"])
            } else {
                for measure in measures { try add(measure, row[measure]) }
            }
        }
        self.cells = cells
    }

    /// Whether a column holds figures: its name ends with `_` and digits.
    private static func isTopic(_ name: String) -> Bool {
        guard let line = name.utf8.lastIndex(of: UInt8(ascii: "_")) else { return false }
        let digits = name.utf8[name.utf8.index(after: line)...]
        return !digits.isEmpty && digits.allSatisfy { (0x30...0x39).contains($0) }
    }

    static func text(_ field: StatLineRows.Field?) -> String {
        if case .text(let text)? = field { text } else { "" }
    }

    private static func value(
        _ field: StatLineRows.Field?,
        part: String
    ) throws(StatLineError) -> PublishedFigure.Value {
        switch field {
        case .number(let number)?: return .number(number)
        case .text("")?: return .missing
        case .text(".")?, .text("x")?, .absent?, nil: return .withheld
        case .text(let text)?:
            let isPlain = text.utf8.allSatisfy {
                (0x30...0x39).contains($0) || $0 == 0x2E || $0 == 0x2D
            }
            guard isPlain, let number = Double(text) else { throw .malformed(part: part) }
            return .number(number)
        }
    }

    private static func titles(
        _ parts: [String: StatLineRows],
        dimensions: [String]
    ) -> [String: [String: String]] {
        var titles: [String: [String: String]] = [:]
        for name in dimensions {
            for row in (parts[name] ?? parts[name + "Codes"])?.rows ?? [] {
                let key = text(row["Key"] ?? row["Identifier"])
                titles[name, default: [:]][key] = text(row["Title"])
            }
        }
        return titles
    }

    private static func measureTitles(_ parts: [String: StatLineRows]) -> [String: String] {
        var titles: [String: String] = [:]
        for row in (parts["DataProperties"] ?? parts["MeasureCodes"])?.rows ?? [] {
            titles[text(row["Key"] ?? row["Identifier"])] = text(row["Title"])
        }
        return titles
    }

    private static func statuses(_ rows: StatLineRows?) -> [String: PublishedFigure.Status] {
        var statuses: [String: PublishedFigure.Status] = [:]
        for row in rows?.rows ?? [] {
            let key = text(row["Key"] ?? row["Identifier"])
            let title = text(row["Title"])
            switch text(row["Status"]) {
            case "Voorlopig": statuses[key] = .provisional
            case "NaderVoorlopig": statuses[key] = .revisedProvisional
            case "Definitief": statuses[key] = .final
            default:
                if title.hasSuffix("**") {
                    statuses[key] = .revisedProvisional
                } else if title.hasSuffix("*") {
                    statuses[key] = .provisional
                } else {
                    statuses[key] = .final
                }
            }
        }
        return statuses
    }
}

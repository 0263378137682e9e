import Domain

/// The entity sets of version 3, as Statistics Netherlands names them.
///
/// Clients take every set that is not one of the five below for a dimension, so there are no others.
enum ODataV3 {
    /// The names of the sets of a table, in the order of the service document.
    static func names(of table: OpenTable) -> [String] {
        ["TableInfos", "UntypedDataSet", "TypedDataSet", "DataProperties", "CategoryGroups"]
            + table.dimensions.map(\.key)
    }

    /// A set of a table by its name, in any case.
    ///
    /// - Throws: ``ODataError`` when there is no such set.
    static func set(
        _ name: String,
        of table: OpenTable,
        _ catalogue: ODataCatalogue
    ) throws(ODataError) -> EntitySet {
        let found = names(of: table).first { $0.lowercased() == name.lowercased() }
        switch found {
        case "TableInfos": return catalogue.tableInfos(table)
        case "UntypedDataSet": return table.dataSet(typed: false)
        case "TypedDataSet": return table.dataSet(typed: true)
        case "DataProperties": return dataProperties(table)
        case "CategoryGroups": return categoryGroups(table)
        default:
            guard let dimension = table.dimensions.first(where: { $0.key == found }) else {
                throw .notFound(what: "entity set")
            }
            return codes(dimension)
        }
    }

    private static func dataProperties(_ table: OpenTable) -> EntitySet {
        var rows: [[ODataValue]] = []
        func add(
            _ type: String,
            _ key: String,
            _ title: String,
            datatype: String,
            unit: String,
            decimals: Int
        ) {
            let number = Int64(rows.count)
            rows.append([
                .text("Cbs.OData.\(type)"), .integer(number), .integer(number), .null,
                .text(type), .text(key), .text(title), .text(""), .text("Actief"),
                .text(datatype), .text(unit), .integer(Int64(decimals)), .text(""),
            ])
        }
        for dimension in table.dimensions {
            add(
                dimension.kind.rawValue,
                dimension.key,
                dimension.title,
                datatype: "",
                unit: "",
                decimals: 0
            )
        }
        for measure in table.measures {
            add(
                "Topic",
                measure.key,
                measure.title,
                datatype: measure.decimals == 0 ? "Long" : "Float",
                unit: measure.unit,
                decimals: measure.decimals
            )
            add(
                "Topic",
                measure.statusKey,
                measure.statusTitle,
                datatype: "String",
                unit: "",
                decimals: 0
            )
        }
        return EntitySet(
            name: "DataProperties",
            columns: [
                "odata.type", "ID", "Position", "ParentID", "Type", "Key", "Title", "Description",
                "ReleasePolicy", "Datatype", "Unit", "Decimals", "Default",
            ],
            rows: rows
        )
    }

    private static func categoryGroups(_ table: OpenTable) -> EntitySet {
        var rows: [[ODataValue]] = []
        for dimension in table.dimensions {
            for (place, group) in dimension.groups.enumerated() {
                rows.append([
                    .integer(Int64(place + 1)), .text(dimension.key), .text(group.title),
                    .text(""), .null,
                ])
            }
        }
        return EntitySet(
            name: "CategoryGroups",
            columns: ["ID", "DimensionKey", "Title", "Description", "ParentID"],
            rows: rows
        )
    }

    private static func codes(_ dimension: OpenDimension) -> EntitySet {
        let columns = ["Key", "Title", "Description", "CategoryGroupID"]
        return EntitySet(
            name: dimension.key,
            columns: dimension.kind == .time ? columns + ["Status"] : columns,
            rows: dimension.codes.map { code in
                let group = dimension.groups.firstIndex { $0.key == code.group }
                let row: [ODataValue] = [
                    .text(code.key), .text(code.title), .text(""),
                    group.map { .integer(Int64($0 + 1)) } ?? .null,
                ]
                guard dimension.kind == .time else { return row }
                return row + [.text(code.vintage?.code ?? "")]
            }
        )
    }
}

import Domain

/// The entity sets of version 4.
///
/// Clients find code lists by the endings `Codes` and `Groups`.
enum ODataV4 {
    /// The names of the sets of a table, in the order of the service document.
    static func names(of table: OpenTable) -> [String] {
        ["Dimensions", "MeasureGroups", "MeasureCodes"]
            + table.dimensions.flatMap { dimension in
                (dimension.groups.isEmpty ? [] : ["\(dimension.key)Groups"])
                    + ["\(dimension.key)Codes"]
            } + ["Observations", "Properties"]
    }

    /// A set of a table by its name, in any case; `Properties` is what there is one of.
    ///
    /// - Throws: ``ODataError`` when there is no such set.
    static func set(
        _ name: String,
        of table: OpenTable,
        _ catalogue: ODataCatalogue
    ) throws(ODataError) -> EntitySet {
        let found = names(of: table).first { $0.lowercased() == name.lowercased() }
        switch found {
        case "Dimensions": return dimensions(table)
        case "MeasureGroups": return groups("MeasureGroups", [])
        case "MeasureCodes": return measures(table)
        case "Observations": return table.observations()
        case "Properties": return catalogue.properties([table])
        default: break
        }
        for dimension in table.dimensions {
            if found == "\(dimension.key)Codes" { return codes(dimension) }
            if found == "\(dimension.key)Groups" {
                return groups("\(dimension.key)Groups", dimension.groups)
            }
        }
        throw .notFound(what: "entity set")
    }

    private static func dimensions(_ table: OpenTable) -> EntitySet {
        EntitySet(
            name: "Dimensions",
            columns: [
                "Identifier", "Title", "Description", "Kind", "ContainsGroups", "ContainsCodes",
                "MapYear", "ReleasePolicy",
            ],
            rows: table.dimensions.map { dimension in
                [
                    .text(dimension.key), .text(dimension.title), .text(""),
                    .text(dimension.kind.rawValue), .flag(!dimension.groups.isEmpty), .flag(true),
                    .null, .null,
                ]
            }
        )
    }

    private static func measures(_ table: OpenTable) -> EntitySet {
        EntitySet(
            name: "MeasureCodes",
            columns: [
                "Identifier", "Index", "Title", "Description", "MeasureGroupId", "DataType", "Unit",
                "Decimals", "Format", "PresentationType",
            ],
            rows: table.measures.enumerated().map { place, measure in
                [
                    .text(measure.key), .integer(Int64(place + 1)), .text(measure.title),
                    .text(""), .null, .text(measure.decimals == 0 ? "Long" : "Double"),
                    .text(measure.unit), .integer(Int64(measure.decimals)), .text(""),
                    .text("Absolute"),
                ]
            }
        )
    }

    private static func groups(_ name: String, _ groups: [OpenDimension.Code]) -> EntitySet {
        EntitySet(
            name: name,
            columns: ["Id", "Index", "Title", "Description", "ParentId"],
            rows: groups.enumerated().map { place, group in
                [
                    .text(group.key), .integer(Int64(place + 1)), .text(group.title), .text(""),
                    .null,
                ]
            }
        )
    }

    private static func codes(_ dimension: OpenDimension) -> EntitySet {
        EntitySet(
            name: "\(dimension.key)Codes",
            columns: [
                "Identifier", "Index", "Title", "Description", "DimensionGroupId", "Status",
            ],
            rows: dimension.codes.enumerated().map { place, code in
                [
                    .text(code.key), .integer(Int64(place + 1)), .text(code.title), .text(""),
                    code.group.isEmpty ? .null : .text(code.group),
                    code.vintage.map { .text($0.code) } ?? .null,
                ]
            }
        )
    }
}

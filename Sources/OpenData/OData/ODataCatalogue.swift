import Definitions
import Domain

/// *Catalogus*: what there is, in the fields in which Statistics Netherlands lists its tables.
///
/// `Catalog` says `CBS` because clients look for that word and go elsewhere for any other; who
/// offers the tables stands in `Source` and in the DCAT catalogue.
struct ODataCatalogue: Sendable {
    let tables: [OpenTable]
    /// The day of the release.
    let day: CalendarDay
    /// The address of the server, without a slash behind it.
    let base: String

    private var moment: String { "\(day)T00:00:00" }

    /// The entity sets of the catalogue of version 3.
    ///
    /// - Throws: ``ODataError`` when there is no such set.
    func set(_ name: String, _ themes: [String]) throws(ODataError) -> EntitySet {
        switch name.lowercased() {
        case "tables": return tableList()
        case "themes":
            return EntitySet(
                name: "Themes",
                columns: ["ID", "ParentID", "Number", "Title", "Language", "Catalog"],
                rows: themes.enumerated().map { place, title in
                    [
                        .integer(Int64(place + 1)), .null, .text(String(place + 1)), .text(title),
                        .text(place % 2 == 0 ? "nl" : "en"), .text("CBS"),
                    ]
                }
            )
        case "tables_themes":
            return EntitySet(
                name: "Tables_Themes",
                columns: ["ID", "TableID", "TableIdentifier", "ThemeID"],
                rows: tables.enumerated().map { place, table in
                    let theme = (table.leavesOutZeros ? 1 : 3) + (table.language == .nl ? 0 : 1)
                    return [
                        .integer(Int64(place)), .integer(Int64(place)), .text(table.id),
                        .integer(Int64(theme)),
                    ]
                }
            )
        default: throw .notFound(what: "entity set")
        }
    }

    private func tableList() -> EntitySet {
        EntitySet(
            name: "Tables",
            columns: [
                "ID", "Updated", "Identifier", "Title", "ShortTitle", "ShortDescription", "Summary",
                "SummaryAndLinks", "Modified", "MetaDataModified", "ReasonDelivery",
                "ExplanatoryText", "OutputStatus", "Source", "Language", "Catalog", "Frequency",
                "Period", "ApiUrl", "FeedUrl", "DefaultPresentation", "DefaultSelection",
                "GraphTypes", "RecordCount", "ColumnCount", "SearchPriority",
            ],
            rows: tables.enumerated().map { place, table in
                let words = table.words
                return [
                    .integer(Int64(place)), .text(moment), .text(table.id), .text(words.title),
                    .text(words.title), .text(words.explanation), .text(words.summary),
                    .text(words.summary), .text(moment), .text(moment), .text("Actualisering"),
                    .text(words.explanation), .text("Regulier"), .text(words.source),
                    .text(table.language.rawValue), .text("CBS"), .text(words.frequency),
                    .text(words.period), .text("\(base)/ODataApi/odata/\(table.id)"),
                    .text("\(base)/ODataFeed/odata/\(table.id)"), .text(""), .text(""),
                    .text("Table"), .integer(Int64(table.rows.count)),
                    .integer(Int64(table.dimensions.count + table.measures.count * 2)),
                    .text("2"),
                ]
            }
        )
    }

    /// What is known of one table, in version 3.
    func tableInfos(_ table: OpenTable) -> EntitySet {
        let words = table.words
        return EntitySet(
            name: "TableInfos",
            columns: [
                "ID", "Title", "ShortTitle", "Identifier", "Summary", "Modified", "ReasonDelivery",
                "ExplanatoryText", "Language", "Catalog", "Frequency", "Period",
                "ShortDescription", "Description", "DefaultPresentation", "DefaultSelection",
                "GraphTypes", "OutputStatus", "Source", "MetaDataModified", "SearchPriority",
            ],
            rows: [
                [
                    .integer(0), .text(words.title), .text(words.title), .text(table.id),
                    .text(words.summary), .text(moment), .text("Actualisering"),
                    .text(words.explanation), .text(table.language.rawValue), .text("CBS"),
                    .text(words.frequency), .text(words.period), .text(words.explanation),
                    .text(words.explanation), .text(""), .text(""), .text("Table"),
                    .text("Regulier"), .text(words.source), .text(moment), .text("2"),
                ]
            ]
        )
    }

    /// What is known of tables, in version 4: the list of data sets, or the properties of one.
    func properties(_ tables: [OpenTable]) -> EntitySet {
        EntitySet(
            name: "Datasets",
            columns: [
                "Identifier", "Title", "Description", "Language", "Catalog", "Version",
                "VersionNotes", "VersionReason", "Status", "DatasetType", "ObservationCount",
                "ObservationsModified", "Modified", "TemporalCoverage", "Frequency", "Source",
                "License", "LongDescription",
            ],
            rows: tables.map { table in
                let words = table.words
                return [
                    .text(table.id), .text(words.title), .text(words.summary),
                    .text(table.language.rawValue), .text("CBS"), .text(moment), .text(""),
                    .text("Actualisering"), .text("Regulier"), .text("Numeric"),
                    .integer(Int64(table.rows.cells.count)), .text(moment + "Z"),
                    .text(moment + "Z"), .text(words.period), .text(words.frequency),
                    .text(words.source), .text(licence), .text(words.explanation),
                ]
            }
        )
    }

    /// The address of the licence.
    let licence: String
}

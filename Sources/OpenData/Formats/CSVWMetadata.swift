import Definitions
import Domain
import Publication

/// What a table's CSV files hold, by the W3C's *Metadata Vocabulary for Tabular Data* (2015).
struct CSVWMetadata {
    let table: OpenTable
    let source: OpenTableSource

    /// The metadata as JSON-LD.
    var body: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.name("@context")
            json.array { json in
                json.string("http://www.w3.org/ns/csvw")
                json.object { json in json.pair("@language", table.language.rawValue) }
            }
            json.pair("dc:title", table.words.title)
            json.pair("dc:description", table.words.explanation)
            json.pair("dc:source", table.words.source)
            json.pair("dc:language", table.language.rawValue)
            json.pair("dc:license", source.definitions.openData.licence)
            json.pair("dc:publisher", source.definitions.openData.publisher[table.language])
            json.pair("dc:modified", source.contents.release.day.description)
            json.name("tables")
            json.array { json in
                cells(&json)
                codes(&json)
            }
        }
        return json.bytes
    }

    private func cells(_ json: inout JSONText) {
        json.object { json in
            json.pair("url", table.id + OpenFormat.csv.rawValue)
            json.name("tableSchema")
            json.object { json in
                json.name("columns")
                json.array { json in
                    for dimension in table.dimensions {
                        column(&json, dimension.key, dimension.title, required: true)
                    }
                    column(&json, "Measure", "Measure", required: true)
                    json.object { json in
                        json.pair("name", "Value")
                        json.pair("titles", "Value")
                        json.pair("datatype", "decimal")
                        json.pair("null", "")
                    }
                    listed(&json, "Status", ObservationStatus.allCases.map(\.name))
                    listed(&json, "Vintage", ["Definitief", "Voorlopig", "NaderVoorlopig"])
                }
                json.name("primaryKey")
                json.array { json in
                    for dimension in table.dimensions { json.string(dimension.key) }
                    json.string("Measure")
                }
            }
        }
    }

    private func codes(_ json: inout JSONText) {
        json.object { json in
            json.pair("url", table.id + OpenFormat.codes.rawValue)
            json.name("tableSchema")
            json.object { json in
                json.name("columns")
                json.array { json in
                    for name in ["Column", "Code", "Title"] {
                        column(&json, name, name, required: true)
                    }
                    for name in ["Group", "Status", "Unit"] {
                        column(&json, name, name, required: false)
                    }
                }
                json.name("primaryKey")
                json.array { json in
                    json.string("Column")
                    json.string("Code")
                }
            }
        }
    }

    private func column(
        _ json: inout JSONText,
        _ name: String,
        _ title: String,
        required: Bool
    ) {
        json.object { json in
            json.pair("name", name)
            // The header of the file, which readers compare, then what it means.
            json.pair("titles", name)
            json.pair("dc:description", title)
            json.pair("datatype", "string")
            if required {
                json.name("required")
                json.literal("true")
            }
        }
    }

    private func listed(_ json: inout JSONText, _ name: String, _ values: [String]) {
        json.object { json in
            json.pair("name", name)
            json.pair("titles", name)
            json.name("required")
            json.literal("true")
            json.name("datatype")
            json.object { json in
                json.pair("base", "string")
                json.pair("format", values.joined(separator: "|"))
            }
        }
    }
}

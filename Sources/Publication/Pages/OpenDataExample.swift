import Domain

/// An example of how to get a table, in the words of the program it is for.
///
/// The address is that of a server on the machine itself; the tests run the lines for Python and curl.
struct OpenDataExample: Sendable {
    /// The key of its explanation.
    let key: String
    /// The name of the client or the form.
    let name: String
    /// The lines to type.
    let lines: [String]

    /// The examples for clients of Statistics Netherlands.
    static func clients(_ language: Language) -> [OpenDataExample] {
        let id = OpenDataName.table("JB-01", language)
        return [
            OpenDataExample(
                key: "cbsodata",
                name: "Python, cbsodata",
                lines: [
                    "import cbsodata", "cbsodata.options.use_https = False",
                    "cbsodata.options.catalog_url = \"127.0.0.1:8080\"",
                    "rows = cbsodata.get_data(\"\(id)\")",
                ]
            ),
            OpenDataExample(
                key: "cbsodataR",
                name: "R, cbsodataR",
                lines: [
                    "library(cbsodataR)",
                    "options(cbsodataR.base_url = \"http://127.0.0.1:8080\")",
                    "rows <- cbs_get_data(\"\(id)\")",
                ]
            ),
            OpenDataExample(
                key: "cbsodata4",
                name: "Python, cbsodata4",
                lines: [
                    "import cbsodata4",
                    "rows = cbsodata4.get_observations(",
                    "    \"\(id)\", base_url=\"http://127.0.0.1:8080/odata/v1\")",
                ]
            ),
            OpenDataExample(
                key: "cbspy",
                name: "Python, cbspy",
                lines: [
                    "import cbspy",
                    "client = cbspy.Client(base_url=\"http://127.0.0.1:8080\")",
                    "rows = client.get_data(\"\(id)\")",
                ]
            ),
        ]
    }

    /// The examples for files.
    static func files(_ language: Language) -> [OpenDataExample] {
        let id = OpenDataName.table("JB-01", language)
        let regions = OpenDataName.regions(language)
        let server = "http://127.0.0.1:8080/data"
        return [
            OpenDataExample(
                key: "csv",
                name: "CSV, CSVW",
                lines: [
                    "curl \"\(server)/\(id).csv?\(regions)=NL01\"",
                    "curl \"\(server)/\(id).csv-metadata.json\"",
                    "curl \"\(server)/\(id).codes.csv\"",
                ]
            ),
            OpenDataExample(
                key: "jsonstat",
                name: "JSON-stat 2.0",
                lines: ["curl \"\(server)/\(id).jsonstat.json?\(regions)=NL01\""]
            ),
            OpenDataExample(
                key: "sdmx",
                name: "SDMX-CSV 2.0",
                lines: ["curl \"\(server)/\(id).sdmx.csv?\(regions)=NL01\""]
            ),
            OpenDataExample(
                key: "dcat",
                name: "DCAT-AP",
                lines: ["curl \"\(server)/catalogue.jsonld\""]
            ),
        ]
    }
}

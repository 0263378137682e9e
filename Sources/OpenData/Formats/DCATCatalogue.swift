import Definitions
import Domain
import Publication

/// The catalogue of all tables by DCAT-AP, with the properties that DCAT-AP-NL asks for, as JSON-LD.
struct DCATCatalogue {
    let release: OpenRelease
    /// The address of the server, without a slash behind it.
    let base: String

    private var terms: CataloguePublisher {
        CataloguePublisher(terms: release.source.definitions.openData)
    }

    /// The catalogue.
    var body: [UInt8] {
        var json = JSONText()
        json.object { json in
            json.name("@context")
            DCATCatalogue.context(&json)
            json.name("@graph")
            json.array { json in
                catalogue(&json)
                terms.publisher(&json)
                for dialect in ["ODataCatalog", "odata/v1"] { service(&json, dialect) }
                for subject in subjects { dataset(&json, subject) }
            }
        }
        return json.bytes
    }

    /// The tables by what they are about, each in every language.
    private var subjects: [[OpenTable]] {
        var subjects: [[OpenTable]] = []
        for table in release.tables {
            if subjects.last?.first?.subject == table.subject {
                subjects[subjects.count - 1].append(table)
            } else {
                subjects.append([table])
            }
        }
        return subjects
    }

    private static func context(_ json: inout JSONText) {
        json.object { json in
            for (name, address) in [
                ("dcat", "http://www.w3.org/ns/dcat#"), ("dct", "http://purl.org/dc/terms/"),
                ("foaf", "http://xmlns.com/foaf/0.1/"),
                ("vcard", "http://www.w3.org/2006/vcard/ns#"),
                ("xsd", "http://www.w3.org/2001/XMLSchema#"),
                ("skos", "http://www.w3.org/2004/02/skos/core#"),
                ("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            ] { json.pair(name, address) }
        }
    }

    private func catalogue(_ json: inout JSONText) {
        json.object { json in
            json.pair("@id", "\(base)/data/\(OpenFormat.catalogue)")
            json.pair("@type", "dcat:Catalog")
            json.texts("dct:title") { release.source.text("opendata.catalogue.title", $0) }
            json.texts("dct:description") {
                release.source.text("opendata.catalogue.description", $0)
            }
            json.node("dct:publisher", terms.address)
            json.node("dct:license", terms.licence, type: "dct:LicenseDocument")
            json.name("dct:language")
            json.languages(Language.allCases)
            day(&json, "dct:modified")
            json.nodes("dcat:dataset", subjects.map(address))
            json.nodes("dcat:service", ["ODataCatalog", "odata/v1"].map { "\(base)/\($0)" })
        }
    }

    private func service(_ json: inout JSONText, _ path: String) {
        json.object { json in
            json.pair("@id", "\(base)/\(path)")
            json.pair("@type", "dcat:DataService")
            json.texts("dct:title") { release.source.text("opendata.catalogue.title", $0) }
            json.node("dcat:endpointURL", "\(base)/\(path)", type: "rdfs:Resource")
            json.node("dct:publisher", terms.address)
            json.node("dct:license", terms.licence, type: "dct:LicenseDocument")
            rights(&json)
            json.nodes("dcat:servesDataset", subjects.map(address))
        }
    }

    private func address(_ subject: [OpenTable]) -> String {
        "\(base)/data/\(OpenFormat.catalogue)#\(QueryString.encoded(subject.first?.subject ?? ""))"
    }

    private func dataset(_ json: inout JSONText, _ tables: [OpenTable]) {
        json.object { json in
            json.pair("@id", address(tables))
            json.pair("@type", "dcat:Dataset")
            json.pair("dct:identifier", tables.first?.subject ?? "")
            json.words("dct:title", tables) { $0.words.title }
            json.words("dct:description", tables) { $0.words.explanation }
            json.node("dct:publisher", terms.address)
            json.node("dct:creator", terms.address)
            json.name("dcat:contactPoint")
            terms.contact(&json)
            json.name("dcat:theme")
            json.array { json in
                for theme in ["SOCI", "HEAL"] {
                    json.concept("\(JSONText.authority)/data-theme/\(theme)") {
                        release.source.text("opendata.theme.\(theme)", $0)
                    }
                }
            }
            rights(&json)
            json.name("dct:language")
            json.languages(tables.map(\.language))
            day(&json, "dct:modified")
            json.name("dcat:distribution")
            json.array { json in
                for table in tables {
                    // What would be refused as too large is not offered as a file either.
                    let fits = JSONStatDataset.fits(table, OpenSelection(table))
                    for format in [OpenFormat.csv, .sdmx] + (fits ? [.jsonStat] : []) {
                        distribution(&json, table, format)
                    }
                }
            }
        }
    }

    private func distribution(_ json: inout JSONText, _ table: OpenTable, _ format: OpenFormat) {
        let address = "\(base)/data/\(QueryString.encoded(table.id))\(format.rawValue)"
        let kind = format == .jsonStat ? "JSON" : "CSV"
        json.object { json in
            json.pair("@id", address + "#file")
            json.pair("@type", "dcat:Distribution")
            json.words("dct:title", [table]) { $0.words.title }
            json.node("dcat:accessURL", address, type: "rdfs:Resource")
            json.node("dcat:downloadURL", address, type: "rdfs:Resource")
            json.node(
                "dct:format",
                "\(JSONText.authority)/file-type/\(kind)",
                type: "dct:MediaTypeOrExtent"
            )
            json.node("dct:license", terms.licence, type: "dct:LicenseDocument")
            json.name("dct:language")
            json.languages([table.language])
            if format == .csv {
                json.node("dcat:accessService", "\(base)/ODataCatalog")
            }
        }
    }

    private func rights(_ json: inout JSONText) {
        json.node(
            "dct:accessRights",
            "\(JSONText.authority)/access-right/PUBLIC",
            type: "dct:RightsStatement"
        )
    }

    private func day(_ json: inout JSONText, _ name: String) {
        json.name(name)
        json.object { json in
            json.pair("@value", release.source.contents.release.day.description)
            json.pair("@type", "xsd:date")
        }
    }
}

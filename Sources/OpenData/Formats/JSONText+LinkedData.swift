import Domain

extension JSONText {
    /// Where the European code lists stand.
    static let authority = "http://publications.europa.eu/resource/authority"

    /// Writes a name with a link, and the kind of what it leads to.
    mutating func node(_ name: String, _ address: String, type: String? = nil) {
        self.name(name)
        object { json in
            json.pair("@id", address)
            if let type { json.pair("@type", type) }
        }
    }

    /// Writes a name with links.
    mutating func nodes(_ name: String, _ addresses: [String]) {
        self.name(name)
        array { json in
            for address in addresses {
                json.object { json in json.pair("@id", address) }
            }
        }
    }

    /// Writes a link to an entry of a code list, with its name in every language.
    mutating func concept(_ address: String, _ name: (Language) -> String) {
        object { json in
            json.pair("@id", address)
            json.pair("@type", "skos:Concept")
            json.texts("skos:prefLabel", name)
        }
    }

    /// Writes a name with a text in every language.
    mutating func texts(_ name: String, _ text: (Language) -> String) {
        self.name(name)
        array { json in
            for language in Language.allCases {
                json.object { json in
                    json.pair("@value", text(language))
                    json.pair("@language", language.rawValue)
                }
            }
        }
    }

    /// Writes a name with the words of a table in each of its languages.
    mutating func words(_ name: String, _ tables: [OpenTable], _ text: (OpenTable) -> String) {
        self.name(name)
        array { json in
            for table in tables {
                json.object { json in
                    json.pair("@value", text(table))
                    json.pair("@language", table.language.rawValue)
                }
            }
        }
    }

    /// Writes languages by their European codes.
    mutating func languages(_ languages: [Language]) {
        array { json in
            for language in languages {
                json.object { json in
                    let code = language == .nl ? "NLD" : "ENG"
                    json.pair("@id", "\(JSONText.authority)/language/\(code)")
                    json.pair("@type", "dct:LinguisticSystem")
                }
            }
        }
    }
}

import Definitions
import Domain

/// Who offers the data, as the catalogue writes it.
struct CataloguePublisher {
    let terms: OpenDataTerms

    /// The address that identifies the publisher.
    var address: String { terms.publisherAddress }

    /// The address of the licence.
    var licence: String { terms.licence }

    /// The publisher.
    func publisher(_ json: inout JSONText) {
        json.object { json in
            json.pair("@id", terms.publisherAddress)
            json.pair("@type", "foaf:Agent")
            json.name("foaf:name")
            json.array { json in
                for language in Language.allCases {
                    json.object { json in
                        json.pair("@value", terms.publisher[language])
                        json.pair("@language", language.rawValue)
                    }
                }
            }
        }
    }

    /// Where questions can be sent.
    func contact(_ json: inout JSONText) {
        json.object { json in
            json.pair("@type", "vcard:Kind")
            json.pair("vcard:fn", terms.publisher.nl)
            json.name(terms.contact.hasPrefix("mailto:") ? "vcard:hasEmail" : "vcard:hasURL")
            json.object { json in json.pair("@id", terms.contact) }
        }
    }
}

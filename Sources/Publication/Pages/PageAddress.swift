package import Domain

/// The pages of the site, and where they stand in each language.
package enum PageAddress: Sendable, Equatable {
    /// The figures for the whole country, by those who published them.
    case national
    /// The tables of certified institutions, worked out again.
    case certifiedInstitutions
    /// Own figures per region; without a choice, the choice itself.
    case region(CellTable.Region?)
    /// Every own figure of a region; for a municipality `region` is its start page.
    case regionFigures(CellTable.Region)
    /// How the figures of a region change.
    case change(CellTable.Region)
    /// Who is reported and known, beside prevalence; of the country without a region.
    case reach(CellTable.Region?)
    /// All indicators.
    case indicators
    /// One indicator.
    case indicator(String)
    /// All published series, with their sources.
    case sources
    /// Where and over which years each indicator can be had.
    case availability
    /// The weighing framework.
    case weighing
    /// One candidate of the framework, by id.
    case candidate(String)
    /// The framework as a form, with the scores that a reader gave.
    case scoring(OwnScores)
    /// The results of the visibility bench.
    case visibility
    /// All taxonomies.
    case concepts
    /// One taxonomy, by id.
    case taxonomy(String)
    /// The forms in which every table can be had.
    case openData

    /// The name of the field in the form of regions.
    package static func regionField(_ language: Language) -> String {
        switch language {
        case .nl: "gebied"
        case .en: "region"
        }
    }

    /// The address of the page in a language.
    package func path(_ language: Language) -> String {
        let root = language == .nl ? "/" : "/en/"
        switch self {
        case .national: return root
        case .region(let region?), .regionFigures(let region), .change(let region),
            .reach(let region?):
            let value = PageAddress.encoded(PageAddress.value(of: region))
            return root + word(language) + "?\(PageAddress.regionField(language))=\(value)"
        case .indicator(let id), .candidate(let id), .taxonomy(let id):
            return root + word(language) + "/" + PageAddress.encoded(id)
        case .scoring(let own) where !own.isEmpty:
            let fields = own.fields.sorted { $0.key < $1.key }.map { field, value in
                PageAddress.encoded(field) + "=" + PageAddress.encoded(value)
            }
            return root + word(language) + "?" + fields.joined(separator: "&")
        default: return root + word(language)
        }
    }

    /// The page and language of a path, with the region that was asked for.
    ///
    /// `nil` when no page stands there; whether region and indicator exist is another matter.
    package static func read(path: String, query: [String: String]) -> (PageAddress, Language)? {
        var words = path.split(separator: "/").map(String.init)
        var language = Language.nl
        if words.first == "en" {
            language = .en
            words.removeFirst()
        }
        guard let first = words.first else { return (.national, language) }
        if let page = ofRegion(words, query, language) { return (page, language) }
        let pages: [PageAddress] = [
            .certifiedInstitutions, .region(nil), .reach(nil), .indicators, .sources,
            .availability, .openData, .weighing, .scoring(OwnScores()), .visibility, .concepts,
        ]
        guard let page = pages.first(where: { $0.word(language) == first }) else { return nil }
        switch (page, words.count) {
        case (.indicators, 2): return (.indicator(words[1]), language)
        case (.weighing, 2): return (.candidate(words[1]), language)
        case (.concepts, 2): return (.taxonomy(words[1]), language)
        case (.region, 1), (.reach, 1):
            guard let asked = query[regionField(language)], !asked.isEmpty else {
                return (page, language)
            }
            guard let region = region(of: asked) else { return nil }
            if case .reach = page { return (.reach(region), language) }
            return (.region(region), language)
        case (.scoring, 1): return (.scoring(OwnScores(query)), language)
        case (_, 1): return (page, language)
        default: return nil
        }
    }

    /// The pages under a region, which have to name it.
    private static func ofRegion(
        _ words: [String],
        _ query: [String: String],
        _ language: Language
    ) -> PageAddress? {
        guard words.count == 2, let asked = query[regionField(language)], !asked.isEmpty,
            let region = region(of: asked)
        else { return nil }
        let path = words.joined(separator: "/")
        return [PageAddress.regionFigures(region), .change(region)]
            .first { $0.word(language) == path }
    }

    /// A region as the form sends it, `gemeente:GM0363`.
    package static func value(of region: CellTable.Region) -> String {
        "\(region.geography.rawValue):\(region.code)"
    }

    private static func region(of value: String) -> CellTable.Region? {
        let parts = value.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, let geography = Geography(rawValue: parts[0]) else {
            // An unknown geography is an unknown region, which the page says.
            return CellTable.Region(geography: .country, code: value)
        }
        return CellTable.Region(geography: geography, code: parts[1])
    }

    private func word(_ language: Language) -> String {
        switch (self, language) {
        case (.national, _): ""
        case (.certifiedInstitutions, .nl): "gi-tabellen"
        case (.certifiedInstitutions, .en): "gi-tables"
        case (.region, .nl): "gebied"
        case (.region, .en): "region"
        case (.regionFigures, .nl): "gebied/cijfers"
        case (.regionFigures, .en): "region/figures"
        case (.change, .nl): "gebied/verandering"
        case (.change, .en): "region/change"
        case (.reach, .nl): "bereik"
        case (.reach, .en): "reach"
        case (.indicators, .nl), (.indicator, .nl): "indicatoren"
        case (.indicators, .en), (.indicator, .en): "indicators"
        case (.sources, .nl): "bronnen"
        case (.sources, .en): "sources"
        case (.availability, .nl): "beschikbaarheid"
        case (.availability, .en): "availability"
        case (.weighing, .nl), (.candidate, .nl): "afwegingskader"
        case (.weighing, .en), (.candidate, .en): "weighing-framework"
        case (.concepts, .nl), (.taxonomy, .nl): "begrippen"
        case (.concepts, .en), (.taxonomy, .en): "concepts"
        case (.scoring, .nl): "zelf-wegen"
        case (.scoring, .en): "weigh-for-yourself"
        case (.visibility, .nl): "zichtbaarheid"
        case (.visibility, .en): "visibility"
        case (.openData, _): "open-data"
        }
    }

    /// The text as it may stand in an address.
    private static func encoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
            default:
                bytes.append(contentsOf: [0x25, digits[Int(byte >> 4)], digits[Int(byte & 15)]])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

package import Definitions
import Domain
package import Publication

/// What open tables are put together from: the release, the definitions and the names of places.
package struct OpenTableSource: Sendable {
    let contents: PublishedContents
    let definitions: DefinitionSet
    let regions: RegionDirectory

    /// Creates a source.
    package init(contents: PublishedContents, definitions: DefinitionSet) {
        self.contents = contents
        self.definitions = definitions
        regions = RegionDirectory(definitions.regions)
    }

    /// The text for a key in a language.
    func text(_ key: String, _ language: Language, _ values: [String: String] = [:]) -> String {
        definitions.texts(key, language, values)
    }

    /// The name of a period in a language.
    func period(_ period: String, _ language: Language) -> String {
        Wording(catalogue: definitions.texts, language: language).period(period)
    }

    /// How final the figures of a period of our own are, by the newest published one.
    func vintage(of period: Period) -> VintageStatus {
        guard let latest = contents.newest else { return .provisional }
        switch period {
        case .halfYear(let half): return VintageStatus(of: half, latest: latest)
        case .year(let year): return latest.year <= year ? .provisional : .final
        }
    }

    /// Every table in both languages: indicators by id, then the series in their order.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    package func tables() throws(PublicationError) -> [OpenTable] {
        var all: [OpenTable] = []
        for (indicator, tables) in contents.tables.sorted(by: { $0.key < $1.key }) {
            let own = try OwnTable(indicator: indicator, tables: tables, source: self)
            for language in Language.allCases { all.append(own.table(language)) }
        }
        for series in contents.series {
            let table = SeriesTable(series: series, source: self)
            for language in Language.allCases { all.append(table.table(language)) }
        }
        return all
    }
}

public import Definitions
package import Domain

/// *De openbare site*: every page, built from the published database and the definitions.
///
/// It knows nothing of a network: a path goes in, a page comes out.
public struct PublicSite: Sendable {
    /// A page with what the outside must know of it.
    public struct Answer: Sendable, Equatable {
        /// Whether the page was found.
        public enum Status: Sendable {
            /// The page is there.
            case found
            /// There is no such page, region or indicator; the answer says which.
            case notFound
            /// The database could not be read.
            case unavailable
        }

        /// Whether the page was found.
        public let status: Status
        /// The page.
        public let html: HTML
        /// Whether another reader may be given the same page: not when it holds what a reader sent.
        public let isForEveryone: Bool

        init(status: Status, html: HTML, isForEveryone: Bool = true) {
            self.status = status
            self.html = html
            self.isForEveryone = isForEveryone
        }
    }

    private let database: PublishedDatabase
    private let definitions: DefinitionSet
    private let regions: RegionDirectory

    /// Creates the site over a published database.
    public init(database: PublishedDatabase, definitions: DefinitionSet) {
        self.database = database
        self.definitions = definitions
        regions = RegionDirectory(definitions.regions)
    }

    /// The page for a path, with the fields of its query.
    public func answer(path: String, query: [String: String] = [:]) -> Answer {
        let language: Language =
            path == "/en" || path.hasPrefix("/en/") ? .en : .nl
        guard let (address, _) = PageAddress.read(path: path, query: query) else {
            return message("unknown-page", .notFound, language)
        }
        do {
            var isForEveryone = true
            if case .scoring(let own) = address { isForEveryone = own.isEmpty }
            return Answer(
                status: .found,
                html: try page(address, language),
                isForEveryone: isForEveryone
            )
        } catch PageError.unknownRegion {
            return message("unknown-region", .notFound, language)
        } catch PageError.unknownIndicator {
            return message("unknown-indicator", .notFound, language)
        } catch PageError.unknownRecord {
            return message("unknown-record", .notFound, language)
        } catch {
            return message("unavailable", .unavailable, language)
        }
    }

    /// Builds a page, or says why it cannot be built.
    package func page(_ address: PageAddress, _ language: Language) throws -> HTML {
        let context = context(address, language)
        switch address {
        case .national: return try NationalPage.build(context)
        case .certifiedInstitutions: return try CertifiedInstitutionPage.build(context)
        case .region(let region):
            let country = CellTable.Region(geography: .country, code: "NL01")
            guard let region, region.geography == .municipality else {
                return try RegionPage.build(context, region: region ?? country)
            }
            return try MunicipalityPage.build(context, region: region)
        case .regionFigures(let region): return try RegionPage.build(context, region: region)
        case .change(let region): return try ChangePage.build(context, region: region)
        case .reach(let region): return try ReachPage.build(context, region: region)
        case .indicators: return IndicatorListPage.build(context)
        case .indicator(let id): return try IndicatorPage.build(context, id: id)
        case .sources: return try SourcesPage.build(context)
        case .availability: return AvailabilityPage.build(context)
        case .weighing: return WeighingPage.build(context)
        case .candidate(let id): return try CandidatePage.build(context, id: id)
        case .scoring(let own): return ScoringPage.build(context, own)
        case .visibility: return try VisibilityPage.build(context)
        case .concepts: return ConceptsPage.build(context)
        case .taxonomy(let id): return try TaxonomyPage.build(context, id: id)
        case .openData: return OpenDataPage.build(context)
        }
    }

    private func message(
        _ key: String,
        _ status: Answer.Status,
        _ language: Language
    ) -> Answer {
        Answer(status: status, html: MessagePage.build(context(.national, language), key: key))
    }

    private func context(_ address: PageAddress, _ language: Language) -> PageContext {
        PageContext(
            contents: database.current(),
            definitions: definitions,
            regions: regions,
            wording: Wording(catalogue: definitions.texts, language: language),
            address: address
        )
    }
}

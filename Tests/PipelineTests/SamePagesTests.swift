import Columns
import Definitions
import Domain
import Pipeline
import Publication
import Store
import TestSupport
import Testing

@Suite("Pages on any number of cores")
struct SamePagesTests {
    /// Every page in both languages, from deliveries taken in, computed and published on so many
    /// cores.
    private func pages(_ country: NastyCountry, cores: Int) throws -> [String: String] {
        let folder = try TestFolder()
        let definitions = try TestDefinitions.fewMunicipalities()
        let store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
        let workers = Workers(cores: cores)
        try ReceiveStage(
            definitions: definitions,
            store: store,
            today: try #require(CalendarDay(year: 2024, month: 1, day: 2)),
            workers: workers
        ).run(country.write(to: folder), named: nil, progress: { _, _ in }) { _ in }
        let database = folder.path("published.sqlite")
        _ = try PublishStage(
            definitions: definitions,
            digests: try DefinitionDigests(folder: TestDefinitions.folder),
            store: store,
            profile: try #require(definitions.profiles["cbs"]),
            population: (path: "population.csv", text: country.populationCSV),
            workers: workers
        ).run(
            to: database,
            release: Release(day: CalendarDay(number: 19_700), origin: .fictive),
            progress: { _ in }
        )
        let site = PublicSite(
            database: try PublishedDatabase(path: database),
            definitions: definitions
        )
        let places = definitions.regions.municipalities.map {
            CellTable.Region(geography: .municipality, code: $0.code)
        }
        let addresses: [PageAddress] =
            [.national, .certifiedInstitutions, .region(nil), .indicators, .sources, .reach(nil)]
            + definitions.indicators.keys.sorted().map { .indicator($0) }
            + places.flatMap { [.region($0), .regionFigures($0), .change($0)] }
        // Deliveries are named by hashes under the key of their own store.
        let hashes = try Regex(
            "<dt>(levering|delivery) [^<]*</dt><dd><code class=\"hash\">[0-9a-f]+"
        )
        var pages: [String: String] = [:]
        for language in Language.allCases {
            for address in addresses {
                pages[address.path(language)] = try site.page(address, language).markup
                    .replacing(hashes, with: "")
            }
        }
        return pages
    }

    @Test(arguments: [3, 8] as [UInt64])
    func `one core and two give the same pages, byte for byte`(seed: UInt64) throws {
        let country = NastyCountry(seed: seed)
        let one = try pages(country, cores: 1)
        let two = try pages(country, cores: 2)
        #expect(one.count > 2 * 13)
        #expect(one.keys.sorted() == two.keys.sorted())
        for (path, page) in one.sorted(by: { $0.key < $1.key }) {
            #expect(page.utf8.elementsEqual(two[path]?.utf8 ?? "".utf8), "\(path)")
        }
    }
}

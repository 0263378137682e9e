import Comparison
import Definitions
import Disclosure
import Domain
import Publication
import Testing

@Suite("Pages that compare")
struct ComparisonPageTests {
    /// A release in which forty municipalities can be compared, with a table of reach.
    private struct Country {
        let fixture: PublishedFixture
        let site: PublicSite
        let contents: PublishedContents
        let places: [CellTable.Region]

        init() throws {
            fixture = try PublishedFixture()
            let definitions = fixture.definitions
            let all = definitions.regions.municipalities.prefix(60)
                .map { CellTable.Region(geography: .municipality, code: $0.code) }
            places = all
            let profile = try #require(definitions.profiles["cbs"])
            let stage = DisclosureStage(profile: profile)
            let halves = (2014...2019).flatMap { year in [1, 2].map { "\(year)H\($0)" } }
            let regions =
                all + [
                    PublishedFixture.country,
                    CellTable.Region(geography: .province, code: "PV20"),
                    CellTable.Region(geography: .veiligThuis, code: "VT08"),
                ]
            var tables: [ProtectedTable] = []
            for (index, half) in halves.enumerated() {
                let period = try #require(Period(half))
                tables.append(
                    stage.run(
                        Country.table(
                            "BJ-04",
                            period,
                            [("form", ["T", "02", "11"]), ("referrer", ["T"])],
                            [.init(name: "repeat"), .init(name: "started")],
                            regions
                        ) { place, codes, measure in
                            let part: Int64 =
                                codes["form"] == "02" ? 8 : codes["form"] == "11" ? 2 : 10
                            let started = Int64(place + 1) * 4 * part
                            return measure == "started" ? started : started * 3 / 10
                        }
                    )
                )
                tables.append(
                    stage.run(
                        Country.table(
                            "JB-02",
                            period,
                            [],
                            [
                                .init(name: "per_1000", decimals: 1, isCount: false),
                                .init(name: "population", isCount: false), .init(name: "youths"),
                            ],
                            regions
                        ) { place, _, measure in
                            switch measure {
                            case "population": return Int64(place + 1) * 900
                            // One municipality has three times as many as the others.
                            case "youths": return Int64(place + 1) * (place == 40 ? 30 : 10)
                            default: return 111
                            }
                        }
                    )
                )
                tables.append(
                    stage.run(
                        Country.table(
                            "BJ-01",
                            period,
                            [("form", ["T"]), ("referrer", ["T", "04"])],
                            [.init(name: "trajectories")],
                            regions
                        ) { place, _, _ in
                            // One half-year stands out.
                            Int64(place + 1) * (index == 9 ? 60 : 30) + Int64(index % 3) * 5
                        }
                    )
                )
            }
            let year = try #require(Period("2018"))
            for (id, sources) in [
                ("RE-01", ["youth-assistance", "protection", "veiligthuis", "csg"]),
                ("RE-02", ["veiligthuis", "csg"]),
            ] {
                tables.append(
                    stage.run(
                        Country.table(
                            id,
                            year,
                            [("source", sources)],
                            [.init(name: "children"), .init(name: "population", isCount: false)],
                            regions
                        ) { place, codes, measure in
                            if measure == "population" { return Int64(place + 1) * 10_000 }
                            switch codes["source"] {
                            case "youth-assistance": return Int64(place + 1) * 100
                            case "veiligthuis": return Int64(place + 1) * 200
                            case "csg": return place < 2 ? 4 : 20
                            default: return 50
                            }
                        }
                    )
                )
            }
            let path = try fixture.write(tables: tables)
            let database = try PublishedDatabase(path: path)
            contents = database.current()
            site = PublicSite(database: database, definitions: definitions)
        }

        private static func table(
            _ id: String,
            _ period: Period,
            _ dimensions: [(String, [String])],
            _ measures: [CellTable.Measure],
            _ given: [CellTable.Region],
            _ value: (Int, [String: String], String) -> Int64
        ) -> CellTable {
            let regions = CellTable.inTableOrder(given)
            let dimensions = dimensions.map {
                CellTable.Dimension(name: $0.0, codes: $0.1, isAdditive: true)
            }
            let layout = CellLayout(regions: regions, dimensions: dimensions, measures: measures)
            let cells = (0..<UInt64(layout.radices.reduce(1, *))).map { key in
                let places = layout.places(of: key)
                let codes = zip(dimensions, places.dropFirst()).map { ($0.name, $0.codes[$1]) }
                let region = regions[places[0]]
                let named = Dictionary(uniqueKeysWithValues: codes)
                let measure = measures[places[places.count - 1]].name
                guard region.geography == .municipality,
                    let index = given.firstIndex(of: region)
                else {
                    // The country and larger regions are the sum of the sixty.
                    let sum = (0..<60).reduce(Int64(0)) { $0 + value($1, named, measure) }
                    return (key: key, value: sum)
                }
                return (key: key, value: value(index, named, measure))
            }
            return CellTable(
                indicator: id,
                period: period,
                unit: .child,
                dimensions: dimensions,
                measures: measures,
                regions: regions,
                cells: cells
            )
        }
    }

    @Test func `what is compared comes back from the database as it was worked out`() throws {
        let country = try Country()
        defer { country.fixture.remove() }
        let sheet = try #require(country.contents.comparisons.sheet("repeat-share"))
        #expect(sheet.rows.count == 60)
        #expect(sheet.curve.count == 41)
        let code = country.places[30].code
        let row = try #require(sheet.row(code))
        let input = try #require(try country.contents.input(of: sheet, code))
        #expect(input.strata.map(\.code) == ["02", "11"])
        let again = IndirectStandardisation(
            strata: input.strata,
            whole: try #require(row.size),
            overall: sheet.target
        )
        #expect(again.expected == row.expected)
        #expect(again.ratio(observed: try #require(row.events)).value == row.ratio?.value)
        let plain = try #require(country.contents.comparisons.sheet("measure-rate"))
        #expect(try country.contents.input(of: plain, code) == nil)
        #expect(country.contents.comparisons.neighbours[code]?.count == 10)
    }

    @Test(arguments: Language.allCases)
    func `a municipality's page answers in its order, and ranks nobody`(
        _ language: Language
    ) throws {
        let country = try Country()
        defer { country.fixture.remove() }
        let markup = try country.site.page(.region(country.places[40]), language).markup
        let order = ["weten", "niet-weten", "verschillen", "seksueel-geweld", "zekerheid"]
        let places = try order.map { id in
            try #require(markup.firstRange(of: "id=\"\(id)\"")).lowerBound
        }
        #expect(places == places.sorted())
        #expect(markup.matches(of: /<figure class="fig">/).count == 2)
        // Each funnel is drawn for a wide and a narrow screen, with one own ring each.
        #expect(markup.matches(of: /class="m-ownring"/).count == 4 + 2)
        #expect(markup.matches(of: /\bpage\.[a-z]/).isEmpty)
        #expect(!markup.contains("{"))
        // Three times the figure of the others lies outside, and nothing calls that worse.
        let outside = language == .nl ? "buiten de grenzen" : "outside the limits"
        #expect(markup.contains(outside))
        let ranks = /\b(ranglijst|beste|slechtste|league table|best|worst)\b/
        #expect(markup.firstMatch(of: ranks)?.output.0 == nil)
        // Peers stand with their names and distances.
        #expect(markup.matches(of: #/\([0-9]+([,.][0-9])?\); /#).count >= 9)
        for explanation in country.fixture.definitions.comparison.explanations {
            #expect(markup.contains(explanation.title[language]))
        }
    }

    @Test func `a withheld figure is hatched in the funnel and in every table`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.region(PublishedFixture.rozendaal), .nl).markup
        #expect(markup.contains("afgeschermd"))
        #expect(markup.contains("<td class=\"n afg\">"))
        #expect(!markup.contains("<td class=\"n\">0</td>"))
    }

    @Test func `a half-year that stands out is named, and all explanations stand beside it`()
        throws
    {
        let country = try Country()
        defer { country.fixture.remove() }
        let markup = try country.site.page(.change(country.places[30]), .nl).markup
        #expect(
            markup.contains("2018, 2e halfjaar ligt buiten de grenzen van toeval")
                || markup.contains("2018, tweede halfjaar ligt buiten de grenzen van toeval")
        )
        #expect(markup.contains("niets wat toeval alleen niet kan geven"))
        #expect(markup.matches(of: /<figure class="fig">/).count == 3)
        for explanation in country.fixture.definitions.comparison.explanations {
            #expect(markup.contains(explanation.text[.nl]))
        }
    }

    @Test(arguments: Language.allCases)
    func `reach is always a band, never a number and never a gap`(_ language: Language) throws {
        let country = try Country()
        defer { country.fixture.remove() }
        let markup = try country.site.page(.reach(nil), language).markup
        #expect(markup.contains("class=\"m-band\""))
        #expect(markup.matches(of: /\bpage\.[a-z]/).isEmpty)
        #expect(!markup.contains("{"))
        for word in ["kloof", " gat ", "het gat", " gap "] {
            #expect(!markup.lowercased().contains(word), "\(word)")
        }
        // 18 300 000 children × 26 to 37 per 1 000; youth assistance 183 000 (60 places).
        // 183 000 / 677 100 = 27.0 percent; 183 002 × 1.05 / 475 800 = 40.4 percent.
        let bounds = language == .nl ? "27–40,4" : "27–40.4"
        #expect(markup.contains(bounds))
        #expect(markup.contains(country.fixture.definitions.comparison.reach.scope[language]))
        #expect(markup.contains(country.fixture.definitions.comparison.reach.sexualScope[language]))
    }

    @Test func `a withheld source withholds what all have together`() throws {
        let country = try Country()
        defer { country.fixture.remove() }
        let markup = try country.site.page(.reach(country.places[0]), .nl).markup
        // Four minors at a centre are withheld: both the source and the sum are hatched.
        #expect(markup.matches(of: /class="m-afg"/).count >= 4)
    }

    @Test func `without a table of reach the page says so and shows the core beside prevalence`()
        throws
    {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.reach(nil), .nl).markup
        #expect(markup.contains("staat niet in deze uitgave. Dat is geen nul."))
        #expect(markup.contains("class=\"panel est\""))
    }
}

import Disclosure
import Domain
import Publication
import Testing

@Suite("Pages")
struct PageTests {
    static let addresses: [PageAddress] = [
        .national, .certifiedInstitutions, .region(nil), .region(PublishedFixture.amsterdam),
        .region(PublishedFixture.rozendaal), .region(PublishedFixture.vlieland),
        .region(PublishedFixture.country), .regionFigures(PublishedFixture.amsterdam),
        .change(PublishedFixture.amsterdam), .change(PublishedFixture.rozendaal),
        .change(PublishedFixture.vlieland), .reach(nil), .reach(PublishedFixture.amsterdam),
        .indicators, .indicator("BJ-01"), .indicator("BJ-06"), .indicator("JB-02"), .sources,
        .availability, .indicator("BJ-08"), .indicator("JB-03"), .indicator("JB-05"), .openData,
        .weighing, .candidate("csg-registrations"), .candidate("reason-for-assistance"),
        .candidate("ptsd-diagnoses"), .candidate("reference-index"),
        .candidate("campaign-effect"), .concepts, .taxonomy("icpc"), .taxonomy("snomed-ct"),
        .taxonomy("interventions"), .scoring(OwnScores()),
        .scoring(OwnScores(["2-practical": "p", "2-meaningful": "o", "2-none": "p"])),
        .visibility, .candidate("safety-plans"), .candidate("arij"),
    ]

    @Test(arguments: Language.allCases)
    func `every page builds, with all its words`(_ language: Language) throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = try fixture.site()
        for address in PageTests.addresses {
            let markup = try site.page(address, language).markup
            #expect(markup.hasPrefix("<!doctype html>"))
            #expect(markup.contains("lang=\"\(language.rawValue)\""))
            // A missing text shows as its key.
            let keys = markup.matches(of: /\bpage\.[a-z]/)
            #expect(keys.isEmpty, "\(address.path(language)): \(keys.map { markup[$0.range] })")
            #expect(!markup.contains("{"), "\(address.path(language)): an unfilled placeholder")
        }
    }

    @Test(arguments: Language.allCases)
    func `every link leads to a page, an asset, a place on the page or away`(
        _ language: Language
    ) throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = try fixture.site()
        for address in PageTests.addresses {
            let markup = try site.page(address, language).markup
            for match in markup.matches(of: /href="([^"]*)"/) {
                let link = String(match.1)
                if link.hasPrefix("#") {
                    #expect(markup.contains("id=\"\(link.dropFirst())\""), "\(link)")
                } else if link.hasPrefix("/data/") || link.hasPrefix("/OData") {
                    // Open data, which the server answers.
                    #expect(address == .openData)
                } else if link.hasPrefix("/"), link != "/stijl.css", link != "/favicon.svg" {
                    let page = link.prefix { $0 != "#" }
                    let parts = page.split(separator: "?", maxSplits: 1).map(String.init)
                    #expect(answer(site, parts).status == .found, "\(link)")
                }
            }
        }
    }

    private func answer(_ site: PublicSite, _ parts: [String]) -> PublicSite.Answer {
        var query: [String: String] = [:]
        if parts.count > 1 {
            let pair = parts[1].split(separator: "=").map(String.init)
            query[pair[0]] = pair[1].replacing("%3A", with: ":").replacing("%20", with: " ")
                .replacing("%2F", with: "/").replacing("%28", with: "(").replacing("%29", with: ")")
        }
        return site.answer(path: parts[0], query: query)
    }

    @Test func `the region form names every region of every geography once`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.region(nil), .nl).markup
        let values = markup.matches(of: /<option value="([^"]*)"/).map { String($0.1) }
        #expect(Set(values).count == values.count)
        func count(_ geography: Geography) -> Int {
            values.count { $0.hasPrefix(geography.rawValue + ":") }
        }
        #expect(count(.municipality) == 355)
        #expect(count(.youthRegion) == 42)
        #expect(count(.veiligThuis) == 26)
        #expect(count(.province) == 12)
        #expect(count(.partOfCountry) == 4)
        #expect(count(.country) == 1)
        #expect(count(.csg) == 16)
    }

    @Test func `withheld is a hatch and a point, never a zero`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.regionFigures(PublishedFixture.rozendaal), .nl).markup
        #expect(markup.contains("class=\"m-afg\""))
        #expect(markup.contains("<td class=\"n afg\">"))
        // Every own count of this region is withheld, so no cell may hold a number of youths.
        #expect(!markup.contains("<td class=\"n\">0</td>"))
        #expect(!markup.contains("class=\"b sm\" text-anchor=\"middle\">0</text>"))
    }

    @Test func `a zero is a number, a missing half-year a dotted hole`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.regionFigures(PublishedFixture.vlieland), .nl).markup
        #expect(markup.contains("<td class=\"n\">0</td>"))
        #expect(markup.contains("<td class=\"n niet\">"))
        #expect(markup.contains("class=\"dot0\""))
        #expect(!markup.contains("<td class=\"n afg\">"))
    }

    @Test func `a region without a table shows holes, not zeros`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let utrecht = CellTable.Region(geography: .municipality, code: "GM0344")
        let markup = try fixture.site().page(.regionFigures(utrecht), .nl).markup
        #expect(!markup.contains("<td class=\"n\">0</td>"))
        #expect(markup.contains("<td class=\"n niet\">"))
    }

    @Test func `every own figure says that it is fictive and protected in part only`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.regionFigures(PublishedFixture.amsterdam), .nl).markup
        let figures = markup.matches(of: /<figure class="fig">/).count
        #expect(figures > 10)
        #expect(
            markup.matches(of: /Alleen primaire beveiliging, niet voor vrijgave</).count == figures
        )
        #expect(markup.matches(of: /Niet waarneembaar in deze bron/).count == 2)
    }

    @Test func `every published cell of both tables is compared, and agrees`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.certifiedInstitutions, .nl).markup
        #expect(
            markup.contains(
                "Van 84 cellen zijn er 84 gelijk en 0 verschillend; 0 zijn niet te vergelijken."
            )
        )
        #expect(markup.contains("Verzonnen leveringen, afgestemd op de gepubliceerde tabellen"))
    }

    @Test func `a cell that does not come out is counted as different`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let tables = try fixture.tables().filter {
            $0.indicator != "BJ-04" || $0.period.description != "2018H1"
        }
        let site = PublicSite(
            database: try PublishedDatabase(path: fixture.write(tables: tables)),
            definitions: fixture.definitions
        )
        let markup = try site.page(.certifiedInstitutions, .en).markup
        #expect(markup.contains("Of 84 cells 82 are equal and 0 differ; 2 cannot be compared."))
    }

    @Test(
        arguments: [
            ("/", [:], true), ("/en", [:], true), ("/en/", [:], true), ("/gebied", [:], true),
            ("/gebied", ["gebied": "gemeente:GM0363"], true),
            ("/gebied", ["gebied": "gemeente:GM9999"], false),
            ("/gebied", ["gebied": "<script>alert(1)</script>"], false),
            ("/en/region", ["region": "csg:Friesland"], true), ("/en/gebied", [:], false),
            ("/gebied/cijfers", ["gebied": "gemeente:GM0363"], true),
            ("/gebied/cijfers", [:], false),
            ("/gebied/verandering", ["gebied": "gemeente:GM0363"], true),
            ("/gebied/verandering", ["gebied": "gemeente:GM9999"], false),
            ("/en/region/change", ["region": "provincie:PV27"], true),
            ("/gebied/elders", ["gebied": "gemeente:GM0363"], false), ("/bereik", [:], true),
            ("/bereik", ["gebied": "veiligthuis:VT08"], true),
            ("/en/reach", ["region": "gemeente:GM0363"], true),
            ("/bereik", ["gebied": "gemeente:GM9999"], false),
            ("/indicatoren/XX-99", [:], false), ("/indicatoren/BJ-01/more", [:], false),
            ("/../etc/passwd", [:], false),
        ] as [(String, [String: String], Bool)]
    )
    func `a path leads to a page or to a message`(
        _ path: String,
        _ query: [String: String],
        _ isFound: Bool
    ) throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let answer = try fixture.site().answer(path: path, query: query)
        #expect((answer.status == .found) == isFound)
        #expect(!answer.html.markup.contains("<script"))
        #expect(answer.html.markup.contains("0800-2000"))
    }

    @Test func `an unknown region is told from an unknown page`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = try fixture.site()
        let region = site.answer(path: "/gebied", query: ["gebied": "gemeente:GM9999"])
        #expect(region.html.markup.contains("Dit gebied is er niet"))
        #expect(site.answer(path: "/weg").html.markup.contains("Deze pagina is er niet"))
    }
}

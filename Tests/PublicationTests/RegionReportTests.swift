import Definitions
import Domain
import Foundation
import Publication
import Testing

@Suite("Reports of a region")
struct RegionReportTests {
    private static let goals = """
        title: {nl: Regiovisie, en: Regional vision}
        source: {nl: "Raadsbesluit 12", en: "Council decision 12"}
        regions: [GM0363]
        goals:
          - id: repeat
            title: {nl: "Minder vaak opnieuw.", en: "Less often again."}
            decided: 2018-02-01
            by: 2022-12-31
            figure: {indicator: BJ-04, measure: repeat, wanted: at-most, value: 500}
          - id: voice
            title: {nl: "Kinderen zeggen het zelf.", en: "Children say it themselves."}
            decided: 2018-01-01
            by: 2022-12-31
        """

    private func report(
        _ fixture: PublishedFixture,
        _ region: CellTable.Region,
        _ language: Language = .nl,
        goals: String? = nil
    ) throws -> RegionReport {
        let contents = try PublishedDatabase(path: try fixture.write()).current()
        let read = try goals.map {
            try RegionalGoals.read($0, file: "doelen.yaml", against: fixture.definitions)
        }
        return try #require(
            RegionReport(
                of: region,
                in: contents,
                digest: String(repeating: "ab", count: 32),
                goals: read,
                definitions: fixture.definitions,
                language: language
            )
        )
    }

    @Test(arguments: Language.allCases, RegionReport.Kind.allCases)
    func `every kind of report has all its words, no script and no link out of the file`(
        _ language: Language,
        _ kind: RegionReport.Kind
    ) throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let regions = [
            PublishedFixture.amsterdam, PublishedFixture.rozendaal, PublishedFixture.vlieland,
            PublishedFixture.country,
        ]
        for region in regions {
            let markup = try report(fixture, region, language, goals: Self.goals).html(kind)
            let keys = markup.matches(of: /\b(page|report)\.[a-z]/)
            #expect(keys.isEmpty, "\(region.code): \(keys.map { markup[$0.range] })")
            let body = markup.split(separator: "</style>").last ?? ""
            #expect(!body.contains("{"), "\(region.code): an unfilled placeholder")
            #expect(!markup.contains("<script"))
            let addresses = markup.matches(of: /href="([^"]*)"/).map { String($0.output.1) }
            #expect(addresses.allSatisfy { $0.hasPrefix("tel:") }, "\(addresses)")
            // Invented figures are said to be so before any of them.
            let fictive = fixture.definitions.texts("page.fictive", language)
            #expect(body.contains(fictive))
        }
    }

    @Test func `the same release gives the same bytes`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let first = try report(fixture, PublishedFixture.amsterdam).html(.full)
        let second = try report(fixture, PublishedFixture.amsterdam).html(.full)
        #expect(first == second)
    }

    @Test func `the annex has each definition, each table and the evidence of protection`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try report(fixture, PublishedFixture.amsterdam).html(.full)
        for id in ["BJ-01", "BJ-04", "JB-01", "JB-02"] {
            let definition = try #require(fixture.definitions.indicators[id])
            #expect(markup.contains("\(id), versie \(definition.version): "))
        }
        #expect(markup.contains(String(repeating: "ab", count: 32)))
        let profile = try #require(fixture.definitions.profiles["cbs"])
        #expect(markup.contains(profile.title[.nl]))
        for explanation in fixture.definitions.comparison.explanations {
            #expect(markup.contains(explanation.title[.nl]))
        }
        // Every table of the annex stands open, for whoever prints.
        #expect(markup.contains("<details open=\"\">"))
    }

    @Test func `a change is said no more firmly than rounding lets it be`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let shown = try report(fixture, PublishedFixture.amsterdam).html(.full)
        let sentences = shown.matches(of: /, was [^<]* in 2018, [^<]*\.</).map { $0.output }
        #expect(!sentences.isEmpty)
        for sentence in sentences {
            let isSaid = ["ook als met de afronding", "Door de afronding is niet te zeggen"]
                .contains { sentence.contains($0) }
            #expect(isSaid, "\(sentence)")
        }
        let withheld = try report(fixture, PublishedFixture.rozendaal).html(.full)
        #expect(withheld.contains("is afgeschermd; dat is geen nul."))
    }

    @Test func `own goals stand with their dates beside the figures, and only for their region`()
        throws
    {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let own = try report(fixture, PublishedFixture.amsterdam, goals: Self.goals).html(.full)
        for text in [
            "Minder vaak opnieuw.", "1 februari 2018", "31 december 2022",
            "hoogstens 500 (BJ-04)", "(2018, 1e halfjaar)", "wordt hier niet gemeten",
        ] {
            #expect(own.contains(text), "\(text)")
        }
        let other = try report(fixture, PublishedFixture.vlieland, goals: Self.goals).html(.full)
        #expect(!other.contains("Minder vaak opnieuw."))
        #expect(other.contains("Er zijn geen eigen doelen opgegeven."))
    }

    @Test func `a code names one region, the country and municipalities first`() throws {
        let definitions = try PublishedFixture.definitions.get()
        #expect(RegionReport.region("GM0363", definitions) == PublishedFixture.amsterdam)
        #expect(RegionReport.region("NL01", definitions) == PublishedFixture.country)
        #expect(RegionReport.region("PV27", definitions)?.geography == .province)
        #expect(RegionReport.region("veiligthuis:VT13", definitions)?.code == "VT13")
        #expect(RegionReport.region("GM9999", definitions) == nil)
        #expect(RegionReport.region("provincie:GM0363", definitions) == nil)
    }
}

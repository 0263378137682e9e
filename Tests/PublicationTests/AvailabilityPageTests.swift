import Domain
import Publication
import Testing

@Suite("Availability")
struct AvailabilityPageTests {
    @Test(arguments: [
        (Language.nl, "deels beschikbaar", "Vanaf 2021 is er geen cijfer: de reden is vervangen"),
        (Language.en, "partly available", "From 2021 there is no figure: the reason was replaced"),
    ])
    func `the page says in words what there is, and what is missing and why`(
        _ language: Language,
        _ state: String,
        _ reason: String
    ) throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.availability, language).markup
        #expect(markup.contains("<td>\(state)</td>"))
        #expect(markup.contains(reason))
        // Every indicator has its row, and every row a word for each of the four levels.
        let rows = markup.matches(of: /<tr><th scope="row">[A-Z]{2,3}-[0-9]{2}/)
        let words = markup.matches(of: /<td>[a-z ]*(beschikbaar|available)<\/td>/)
        #expect(rows.count > 13)
        #expect(words.count == rows.count * 4)
    }

    @Test func `an indicator's page names the periods to be careful with, and the last`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let markup = try fixture.site().page(.indicator("JB-03"), .en).markup
        #expect(markup.contains("Periods to be careful with"))
        #expect(markup.contains("An erratum of 26 April 2023 says"))
        #expect(markup.contains("The last figure is the one for"))
    }

    @Test func `every set on the page has its row for sexual violence`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let list = try fixture.site().page(.indicators, .nl).markup
        let page = try fixture.site().page(.availability, .nl).markup
        let row = /Niet waarneembaar in deze bron/
        #expect(!list.matches(of: row).isEmpty)
        #expect(page.matches(of: row).count == list.matches(of: row).count)
    }
}

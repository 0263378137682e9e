import Definitions
import Disclosure
import Domain
import Publication
import Testing

struct WeighingPageTests {
    private func markup(_ address: PageAddress, _ language: Language = .nl) throws -> String {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        return try fixture.site().page(address, language).markup
    }

    @Test func `the table shows 22 rows by sign, word and length, and four that differ`() throws {
        let page = try markup(.weighing)
        #expect(page.matches(of: /<tr id="r\d+"/).count == 22)
        #expect(page.matches(of: /<tr id="r\d+" class="diff"/).count == 4)
        // Five scores and the rule in each row, and the advice in all but two.
        let scores = page.matches(of: /<span class="sc [mop]">/).count
        #expect(scores == 22 * 6 + 20)
        #expect(
            page.matches(of: /<span class="vh">(bevestigd|twijfelgeval|klopt niet)</).count
                == scores
        )
        #expect(page.matches(of: /<span class="sc d">diepteonderzoek</).count == 2)
        #expect(page.contains("Bij 18 van de 22 rijen"))
    }

    @Test func `a page of a candidate leads to what shows it, or says why nothing does`() throws {
        let referrals = try markup(.candidate("institution-referrals"))
        #expect(referrals.contains("href=\"/indicatoren/BJ-01\""))
        let rejected = try markup(.candidate("reason-for-assistance"), .en)
        #expect(rejected.contains("No permit can be had for this"))
        #expect(rejected.contains("registered at the start of youth assistance"))
        let series = try markup(.candidate("csg-registrations"))
        #expect(series.contains("href=\"/bronnen#csg-national\""))
    }

    @Test func `an indicator's page shows its row from the framework itself`() throws {
        let page = try markup(.indicator("JB-01"))
        #expect(
            page.contains(
                "Rij 2: Aantallen jeugdbescherming. Bestaande meting +, technisch mogelijk +, "
                    + "praktisch haalbaar +, zinvolle informatie +, te koppelen +. Advies: +."
            )
        )
    }

    @Test func `evidence stands under meaningful information, with what it does not say`() throws {
        let page = try markup(.candidate("veilig-thuis-reports"))
        #expect(page.contains("Zinvolle informatie: het bewijs"))
        #expect(page.contains("Dit voorspelt niets over Nederland"))
        #expect(page.contains("Alleen een andere registratieregel"))
        #expect(try !markup(.candidate("reference-index")).contains("het bewijs"))
    }

    @Test func `concepts show their loss, their reasons and their place without codes`() throws {
        let icpc = try markup(.taxonomy("icpc"))
        #expect(icpc.contains("Mishandeling/seksueel misbruik van kind"))
        #expect(icpc.contains("Samengevoegd"))
        let snomed = try markup(.taxonomy("snomed-ct"), .en)
        #expect(snomed.contains("No concepts have been taken in"))
        #expect(snomed.contains("licence of SNOMED International"))
        let interventions = try markup(.taxonomy("interventions"))
        #expect(interventions.contains("EMDR (erkenning verlopen)"))
    }

    @Test func `a figure that crosses a lossy mapping says so`() throws {
        let sources = try markup(.sources)
        #expect(
            sources.contains(
                "Geteld volgens ‘Centrum Seksueel Geweld’ en hier gelezen volgens "
                    + "‘Kindermishandeling volgens de Jeugdwet’. Daarbij gaat iets verloren: van 3 "
                    + "begrippen komen er 0 gelijk terug."
            )
        )
        #expect(sources.matches(of: /Geteld volgens ‘/).count == 2)
    }

    @Test func `what is not there is said`() throws {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        let site = try fixture.site()
        #expect(site.answer(path: "/afwegingskader/niets").status == .notFound)
        #expect(site.answer(path: "/en/concepts/nothing").status == .notFound)
        #expect(site.answer(path: "/begrippen/nji").status == .found)
    }
}

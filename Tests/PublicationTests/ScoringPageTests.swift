import Definitions
import Domain
import Publication
import Testing

struct ScoringPageTests {
    private func answer(_ path: String, _ query: [String: String]) throws -> PublicSite.Answer {
        let fixture = try PublishedFixture()
        defer { fixture.remove() }
        return try fixture.site().answer(path: path, query: query)
    }

    /// Row 2 as the report scored it, row 12 with a feasible meaning, and a cell of row 1.
    private static let scores = [
        "2-existing": "p", "2-technical": "p", "2-practical": "p", "2-meaningful": "p",
        "2-linkable": "p", "12-practical": "o", "12-meaningful": "p", "1-existing": "o",
        "3-practical": "",
    ]

    @Test func `an empty form has a choice for every cell, and no result`() throws {
        let page = try answer("/zelf-wegen", [:])
        let markup = page.html.markup
        #expect(page.status == .found)
        #expect(page.isForEveryone)
        #expect(markup.matches(of: /<select name="\d+-[a-z]+"/).count == 22 * 5)
        #expect(markup.contains("method=\"get\""))
        #expect(!markup.contains("selected"))
        #expect(!markup.contains("Wat er uit uw scores volgt"))
        #expect(!markup.contains("<pre"))
    }

    @Test func `scores give the advice of the rule, beside the published one`() throws {
        let markup = try answer("/zelf-wegen", ScoringPageTests.scores).html.markup
        #expect(
            markup.contains(
                "Aantal gegeven scores: 8. Aantal rijen waarvoor de regel een advies geeft: 2; bij "
                    + "1 daarvan is dat het gepubliceerde advies."
            )
        )
        #expect(markup.contains("<tr id=\"r12\" class=\"diff\">"))
        #expect(markup.contains("<tr id=\"r2\">"))
        #expect(markup.matches(of: #/ selected=""/#).count == 8)
        #expect(!markup.contains("Niet gelezen velden"))
    }

    @Test func `the sheet is what the command reads`() throws {
        let markup = try answer("/en/weigh-for-yourself", ScoringPageTests.scores).html.markup
        #expect(
            markup.contains(
                """
                version,scorer,row,criterion,score,remark
                1,me,1,existing,o,
                1,me,2,existing,+,
                1,me,2,technical,+,
                1,me,2,practical,+,
                1,me,2,meaningful,+,
                1,me,2,linkable,+,
                1,me,12,practical,o,
                1,me,12,meaningful,+,
                """
            )
        )
    }

    @Test func `a field that is no cell is counted and never shown`() throws {
        let page = try answer(
            "/zelf-wegen",
            ["23-practical": "p", "2-practical": "<b>", "<i>": "p", "2-meaningful": "m"]
        )
        let markup = page.html.markup
        #expect(markup.contains("Aantal gegeven scores: 1."))
        #expect(
            markup.contains(
                "Niet gelezen velden: 3. Een veld noemt een rij en een criterium van het kader, en "
                    + "houdt m, o of p."
            )
        )
        #expect(!markup.contains("<b></"))
        #expect(!markup.contains("<i>"))
    }

    @Test func `what a reader filled in is for that reader alone`() throws {
        #expect(try !answer("/zelf-wegen", ["2-practical": "p"]).isForEveryone)
        #expect(try answer("/afwegingskader", [:]).isForEveryone)
    }

    @Test func `a studied row shows its questions, an instrument the evidence of its row`() throws {
        let plans = try answer("/en/weighing-framework/safety-plans", [:]).html.markup
        #expect(plans.contains("The questions in a study of case files"))
        #expect(plans.contains("Is there a safety plan in the file?"))
        let list = try answer("/en/weighing-framework/arij", [:]).html.markup
        #expect(list.contains("This candidate was not simulated itself."))
        #expect(list.contains("href=\"/en/weighing-framework/standard-questionnaires\""))
        #expect(list.contains("Meaningful information: the evidence"))
    }

    @Test func `the bench stands side by side, with its false alarms and its assumptions`() throws {
        let markup = try answer("/en/visibility", [:]).html.markup
        #expect(markup.contains("How often is enough?"))
        #expect(markup.contains("20 % less repeat violence"))
        #expect(markup.contains("Another registration rule only: a quarter more recorded"))
        // Five scenarios of 23 measurements, each row in its table.
        #expect(markup.matches(of: /<th scope="row">Cohort of families</).count == 5)
        #expect(markup.contains("What the countries stand on"))
    }
}

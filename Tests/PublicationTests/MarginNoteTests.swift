import Definitions
import Domain
import Publication
import Testing

struct MarginNoteTests {
    private static let parts = [
        "unit", "period", "source", "status", "definition", "does-not-say",
    ]

    @Test(arguments: parts)
    func `a figure of which a part of the margin is empty is not built`(_ empty: String) {
        func text(_ part: String) -> String { part == empty ? " \n" : part }
        #expect(throws: PageError.marginIncomplete(figure: "BJ-01", part: empty)) {
            try MarginNote(
                figure: "BJ-01",
                cautions: [],
                unit: text("unit"),
                period: text("period"),
                source: text("source"),
                status: text("status"),
                definition: text("definition"),
                doesNotSay: text("does-not-say")
            )
        }
    }

    @Test func `the parts stand in their order, what it does not say last`() throws {
        let note = try MarginNote(
            figure: "BJ-01",
            cautions: ["Fictief"],
            unit: "u",
            period: "p",
            source: "b",
            status: "s",
            definition: "d",
            doesNotSay: "z"
        )
        let wording = Wording(
            catalogue: try PublishedFixture.definitions.get().texts,
            language: .nl
        )
        let terms = note.drawn(wording).markup.matches(of: /<dt[^>]*>([^<]*)<\/dt>/).map(\.1)
        #expect(
            terms == ["Let op", "Eenheid", "Periode", "Bron", "Stand", "Definitie", "Zegt niet"]
        )
    }
}

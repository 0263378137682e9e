import Domain
import Testing

struct LocalizedTextTests {
    let text = LocalizedText(nl: "Rij {row} van {file}", en: "Row {row} of {file}")

    @Test func `a text is whole in each language`() {
        #expect(text[.nl] == "Rij {row} van {file}")
        #expect(text[.en] == "Row {row} of {file}")
    }

    @Test func `placeholders are filled, and unknown ones stay to be seen`() {
        #expect(text.filled(.nl, ["row": "214", "file": "a.csv"]) == "Rij 214 van a.csv")
        #expect(text.filled(.en, ["row": "214"]) == "Row 214 of {file}")
        #expect(text.filled(.en, [:]) == "Row {row} of {file}")
    }
}

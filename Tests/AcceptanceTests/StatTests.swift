import Foundation
import Testing

/// Statistical methods as a person at a terminal meets them.
@Suite("stat")
struct StatTests {
    let scratch = Scratch()

    @Test func `a method on a file gives JSON that names its convention`() throws {
        let input = try scratch.write("getest,positief\n20,7\n", to: "in.csv")
        let options = try scratch.write(
            #"{"interval": "clopper-pearson", "columns": {"x": "positief", "n": "getest"}}"#,
            to: "options.json"
        )
        let run = try ProgramRun(["stat", "proportion", "--input", input, "--options", options])
        #expect(run.code == 0)
        #expect(run.talk == "")
        #expect(
            run.output == """
                {
                  "convention": "clopper-pearson",
                  "method": "proportion",
                  "n": 20,
                  "results": {
                    "rows": [
                      {
                        "estimate": 0.35,
                        "lower": 0.15390920478454118,
                        "n": 20,
                        "upper": 0.592188534532828,
                        "x": 7
                      }
                    ]
                  },
                  "warnings": []
                }

                """
        )
    }

    @Test func `the list says what a method takes`() throws {
        let run = try ProgramRun(["stat", "list", "string-distance"])
        #expect(run.code == 0)
        #expect(
            run.output == """
                string-distance
                  How alike two texts are, for each row.
                  reference: Jaro 1989; Winkler 1990; Levenshtein 1966; jellyfish 1.2, R stringdist 0.9
                  column a: a text
                  column b: another text
                  option measure = jaro-winkler (or jaro, levenshtein): the measure
                  option transpositions = whole (or half): jaro: whether an odd character out of \
                order counts as half a transposition
                  option p = 0.1: jaro-winkler: weight of a common beginning
                  option boost-from = 0.0: jaro-winkler: similarity from which it counts

                """
        )
        #expect(try ProgramRun(["stat", "list", "--json"]).output.hasPrefix("[\n  {\n"))
    }

    static let mistakes: [([String], String, Int32, String)] = [
        (
            ["stat", "proportion", "--input", "#IN#"], "x,n\n3,a\n", 3,
            "Rij 2, kolom n: verwacht is een getal, met een punt voor de decimalen. Herstel de cel.\n"
        ),
        (
            ["stat", "proportion", "--input", "#IN#", "--language", "en"], "x,m\n3,4\n", 3,
            "Column n: missing; found are x, m. Add the column, or name yours with the option "
                + "columns.\n"
        ),
        (
            ["stat", "proportion", "--input", "#IN#", "--language", "en"], "x,n\n5,4\n", 3,
            "Row 2, column x: expected is at most n of the same row. Mend the cell.\n"
        ),
        (
            ["stat", "proportion", "--input", "#IN#", "--options", "#IN#"], "x,n\n3,4\n", 2,
            "De opties: verwacht is een JSON-object met de namen en waarden van de opties. Herstel "
                + "het bestand.\n"
        ),
        (
            ["stat", "proportion", "--input", "absent.csv"], "", 3,
            "Bestand absent.csv: kan niet worden gelezen. Controleer het pad.\n"
        ),
        (
            ["stat", "proportion", "--input", "#IN#", "--table", "joint=#IN#", "--language", "en"],
            "x,n\n3,4\n", 2,
            "Table joint: proportion does not take it. Leave it out; stat list proportion says which "
                + "tables there are.\n"
        ),
    ]

    @Test(arguments: mistakes)
    func `what is wrong is said by row and column, with the exit code of its kind`(
        _ arguments: [String],
        _ content: String,
        _ code: Int32,
        _ message: String
    ) throws {
        let input = try scratch.write(content, to: "in.csv")
        let run = try ProgramRun(arguments.map { $0.replacing("#IN#", with: input) })
        #expect(run.code == code)
        #expect(run.talk == message)
        #expect(run.output == "")
    }

    @Test func `an unknown method is a matter of usage`() throws {
        let run = try ProgramRun(["stat", "propotion", "--input", "x.csv", "--language", "en"])
        #expect(run.code == 2)
        #expect(run.talk.hasPrefix("Method propotion: unknown. Choose from "))
        #expect(run.talk.contains("proportion, proportion-difference"))
    }
}

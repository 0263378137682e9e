import Foundation
import Testing

/// The framework, the concepts and the bench as a person at a terminal meets them.
@Suite("weigh, concepts and simulate")
struct WeighingCommandTests {
    let scratch = Scratch()

    @Test func `a row in full says both advices and why`() throws {
        let run = try ProgramRun(["weigh", "show", "10", "--language", "en"])
        #expect(run.code == 0)
        #expect(run.talk == "")
        #expect(
            run.output == """
                10. Number of (PTSD) diagnoses
                Information on: Kind of complaints
                Exists already: +
                Technically possible: +
                Practically feasible: +
                Meaningful information: o
                Can be linked: +
                Advice, published: −. By the rule: o.
                Why another: The rule gives o. The report advises −: a diagnosis is more than \
                maltreatment and sometimes shows only later.
                Remark: A diagnosis is more than maltreatment; it sometimes shows only later; \
                research is possible through GGZ Kennisnet.
                Would show: How many children got a diagnosis, whatever the cause.
                Is not collected. A diagnosis names no cause: war, accident and loss give the same.
                Report: §5.6

                """
        )
    }

    @Test func `sensitivity is exact`() throws {
        let run = try ProgramRun(["weigh", "sensitivity", "10", "--language", "en"])
        #expect(
            run.output == """
                10. Number of (PTSD) diagnoses (o)
                  1 cell(s), 1 step(s) to another advice of the rule; enough are: Practically \
                feasible − gives −; Meaningful information − gives −; Meaningful information + \
                gives +
                  advised under 100 % of all weightings (1/1, exact)

                """
        )
    }

    @Test func `a sheet with an unknown score is bad input, with its line`() throws {
        let sheet = try scratch.write(
            "version,scorer,row,criterion,score,remark\n1,anna,2,practical,?,\n",
            to: "blad.csv"
        )
        let run = try ProgramRun(["weigh", "score", sheet])
        #expect(run.code == 3)
        #expect(run.output == "")
        #expect(
            run.talk == "blad.csv:2: `?`; verwacht: one of `-`, `o`, `+`. Herstel het bestand en "
                + "probeer het opnieuw.\n"
        )
    }

    @Test func `a candidate or taxonomy that is not there is usage`() throws {
        let candidate = try ProgramRun(["weigh", "show", "niets"])
        #expect(candidate.code == 2)
        #expect(
            candidate.talk == "Geen kandidaat niets in het afwegingskader. Kies een rij van 1 tot "
                + "en met 22, of een id van `ijkpunt weigh show`.\n"
        )
        let taxonomy = try ProgramRun(["concepts", "map", "niets", "nji"])
        #expect(taxonomy.code == 2)
        #expect(taxonomy.talk.hasPrefix("Geen indeling niets. Kies een van: ace, baartman, "))
    }

    @Test func `sexual violence does not map into maltreatment without loss`() throws {
        let run = try ProgramRun([
            "concepts", "map", "csg", "legal-definition", "--json",
        ])
        #expect(run.code == 0)
        #expect(run.output.contains("\"relation\": \"overlapping\""))
        #expect(run.output.contains("\"route\": \"hub\""))
        let found = try ProgramRun(["concepts", "show", "--find", "seksueel misbruik"])
        #expect(found.output.contains("npm: "))
        #expect(found.output.contains("icpc: "))
    }

    @Test func `a bench that was stopped goes on, to the same bytes`() throws {
        func bench(_ runs: String, _ folder: String) throws -> ProgramRun {
            try ProgramRun([
                "simulate", "--runs", runs, "--children", "2000", "--seed", "3", "--out", folder,
                "--quiet",
            ])
        }
        let whole = scratch.path("whole")
        let parts = scratch.path("parts")
        let once = try bench("4", whole)
        #expect(once.code == 0)
        _ = try bench("2", parts)
        // The last line is cut off, as when the power fails.
        let file = URL(filePath: parts + "/runs.txt")
        let text = try String(contentsOf: file, encoding: .utf8)
        try Data(text.dropLast(100).utf8).write(to: file)
        let twice = try bench("4", parts)
        #expect(twice.output == once.output)
        for name in [
            "evidence.yaml", "evidence.csv", "evidence-candidates.csv", "picture-00.svg",
            "picture-06.svg",
        ] {
            #expect(
                FileManager.default.contents(atPath: whole + "/" + name)
                    == FileManager.default.contents(atPath: parts + "/" + name)
            )
        }
        let other = try ProgramRun([
            "simulate", "--runs", "1", "--children", "2000", "--seed", "4", "--out", parts,
        ])
        #expect(other.code == 3)
        #expect(
            other.talk == "\(parts)/runs.txt bevat runs van andere parameters, een ander zaad of "
                + "een ander aantal kinderen. Kies een lege map, of dezelfde instellingen.\n"
        )
    }
}

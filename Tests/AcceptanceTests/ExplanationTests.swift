import Foundation
import Testing

/// A query that was answered, in every form in which findings are shown.
@Suite("Answered queries")
struct ExplanationTests {
    let scratch = Scratch()
    private let answer = "toegelicht door A. Beheerder op 2026-11-23: reden niet bekend"

    /// A delivery with one query (an end without its reason), answered or not.
    private func delivery(answered: Bool) throws -> [String] {
        let path = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n"
                + "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;20190301;\n",
            to: "jeugdhulp/a.csv"
        )
        guard answered else { return [path] }
        let run = try ProgramRun([
            "explain", "--quiet", "--explanations", scratch.path("t.csv"), "--source", "jeugdhulp",
            "--holder", "00900001", "--period", "2019H1", "--rule", "INT-155", "--text",
            "reden niet bekend", "--by", "A. Beheerder", "--day", "2026-11-23",
        ])
        try #require(run.code == 0, "\(run.talk)")
        return [path, "--explanations", scratch.path("t.csv")]
    }

    private func receive(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(
            ["receive", "--quiet", "--store", scratch.path("s"), "--key", scratch.path("k")]
                + arguments
        )
    }

    @Test func `a receipt shows the answer under the codes that were found`() throws {
        let run = try receive(try delivery(answered: true))
        #expect(run.code == 0, "\(run.talk)")
        #expect(run.output.hasSuffix("\n    INT-155: \(answer)\n"))
        let json = try receive(try delivery(answered: true) + ["--json"])
        #expect(json.output.contains(#""explained":{"INT-155":"\#(answer)"}"#))
    }

    @Test func `without answers a receipt says nothing of them`() throws {
        let run = try receive(try delivery(answered: false))
        #expect(run.code == 0, "\(run.talk)")
        #expect(run.output.contains("INT-155×1"))
        #expect(run.output.split(separator: "\n").count == 1)
        let json = try receive(try delivery(answered: false) + ["--json"])
        #expect(!json.output.contains("explained"))
    }

    @Test func `the page shows the answer where it would ask`() throws {
        let asked = try ProgramRun(
            ["check", "--format", "html"] + (try delivery(answered: false))
        )
        #expect(!asked.output.contains(answer))
        let answered = try ProgramRun(
            ["check", "--format", "html"] + (try delivery(answered: true))
        )
        #expect(answered.output.contains("→ " + answer))
    }

    @Test func `in SARIF an answered query is a suppressed result with the answer`() throws {
        let run = try ProgramRun(["check", "--format", "sarif"] + (try delivery(answered: true)))
        let log = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        let runs = try #require(log["runs"] as? [[String: Any]])
        let results = try #require(runs.first?["results"] as? [[String: Any]])
        #expect(!results.isEmpty)
        for result in results {
            let found = try #require(result["suppressions"] as? [[String: String]])
            let isAnswered = result["ruleId"] as? String == "INT-155"
            #expect(
                found
                    == (isAnswered
                        ? [["kind": "external", "status": "accepted", "justification": answer]]
                        : [])
            )
        }
        let open = try ProgramRun(["check", "--format", "sarif"] + (try delivery(answered: false)))
        #expect(!open.output.contains("suppressions"))
    }
}

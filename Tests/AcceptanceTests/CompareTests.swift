import Foundation
import Testing

/// `ijkpunt compare`, as a municipality runs it on a published database.
@Suite("A standardised figure worked out again")
struct CompareTests {
    let scratch = Scratch()

    private func publish() throws -> String {
        let steps = [
            [
                "generate", "--quiet", "--out", scratch.path("d"), "--children", "60000",
                "--from", "2018H2", "--to", "2019H1", "--source", "jeugdhulp",
            ],
            [
                "receive", "--quiet", "@" + scratch.path("d/order.txt"), "--received",
                "2026-11-23", "--store", scratch.path("s.sqlite"), "--key", scratch.path("k"),
            ],
            [
                "publish", "--quiet", "--store", scratch.path("s.sqlite"), "--key",
                scratch.path("k"), "--published", scratch.path("p.sqlite"), "--fictive",
                "--profile", "cbs",
            ],
        ]
        for step in steps {
            let run = try ProgramRun(step)
            try #require(run.code <= 1, "\(step[0]): \(run.talk)")
        }
        return scratch.path("p.sqlite")
    }

    @Test func `the inputs as CSV give the figure that the JSON holds`() throws {
        let published = try publish()
        let arguments = [
            "compare", "repeat-share", "--region", "GM0363", "--published", published,
        ]
        let inputs = try ProgramRun(arguments + ["--csv"])
        try #require(inputs.code == 0, "\(inputs.talk)")
        var expected = 0.0
        for line in inputs.output.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            // What is withheld is empty, never 0.
            guard let own = Double(fields[4]), let events = Double(fields[7]),
                let size = Double(fields[8]), size > 0
            else { continue }
            expected += own * events / size
        }
        let run = try ProgramRun(arguments)
        try #require(run.code == 0, "\(run.talk)")
        let found = try #require(
            try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        )
        let observed = try #require(found["observed"] as? Double)
        let country = try #require(found["country"] as? Double)
        let whole = try #require(found["expected"] as? Double)
        let standardised = try #require(found["standardised"] as? Double)
        #expect(whole >= expected - 1e-9, "withheld strata are expected too")
        #expect(abs(standardised - observed / whole * country) < 1e-9)
        let low = try #require(found["standardised_low"] as? Double)
        let high = try #require(found["standardised_high"] as? Double)
        #expect(low < standardised && standardised < high)

        let unknown = try ProgramRun([
            "compare", "best-of", "--region", "GM0363", "--published", published,
        ])
        #expect(unknown.code == 2)
        #expect(unknown.talk.contains("compare best-of: expected one of repeat-share"))
        let nowhere = try ProgramRun([
            "compare", "repeat-share", "--region", "GM9999", "--published", published,
        ])
        #expect(nowhere.code == 2)
        #expect(nowhere.talk.contains("--region GM9999: expected a municipality of the release"))
    }

    @Test func `a bad line of the population by age stops the release with its place`() throws {
        let table = scratch.path("ages.csv")
        try Data("year,gm_code,age,sex,population\n2019,GM0363,3,X,10\n".utf8)
            .write(to: URL(filePath: table))
        _ = try publish()
        let run = try ProgramRun([
            "publish", "--quiet", "--store", scratch.path("s.sqlite"), "--key", scratch.path("k"),
            "--published", scratch.path("q.sqlite"), "--fictive", "--profile", "cbs", "--language",
            "en", "--table",
            "population-by-age=" + table,
        ])
        #expect(run.code == 3)
        #expect(
            run.talk.contains(
                "line 2: expected is year,gm_code,age,sex,population, with each age and sex (V or M) "
                    + "of a municipality once a year. Mend the line."
            )
        )
    }
}

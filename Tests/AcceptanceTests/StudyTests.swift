import Foundation
import Testing

/// A whole study on a generated country with known truth, as people run it: the example of the
/// article "From question to figure".
@Suite("Studies")
struct StudyTests {
    let scratch = Scratch()

    private func run(_ arguments: String...) throws -> ProgramRun {
        let run = try ProgramRun(arguments)
        if run.code != 0 { Issue.record("\(arguments): \(run.talk)") }
        return run
    }

    private func study(_ step: String, _ arguments: String...) throws -> ProgramRun {
        try ProgramRun(["study", step] + arguments + store)
    }

    private var store: [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
    }

    private struct Figure: Decodable {
        let estimate: String
        let domain: String
        let isAgreed: Bool?
        let value: Double?
        let lower: Double?
        let upper: Double?
    }

    private func decoded<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }

    /// The question of the template at level 0.9999.
    ///
    /// Pseudonyms differ with every store, and with them the sample, so that intervals
    /// at 0.95 would miss in one run of twenty for each figure. That those cover as they should is
    /// shown by simulation in `StudyCoverageTests`.
    private func question() throws -> String {
        let template = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Definitions/templates/study.yaml")
        let text = try String(contentsOf: template, encoding: .utf8)
        return try scratch.write(
            text.replacing("level: 0.95", with: "level: 0.9999")
                .replacing("number: 20\n", with: "number: 16\n")
                .replacing("number: 1200", with: "number: 900"),
            to: "question.yaml"
        )
    }

    @Test func `from question to figure, the truth comes back inside its interval`() throws {
        let country = scratch.path("country")
        _ = try run(
            "generate",
            "--out",
            country,
            "--children",
            "60000",
            "--from",
            "2019H1",
            "--to",
            "2019H1",
            "--seed",
            "7",
            "--source",
            "jeugdhulp",
            "--quiet"
        )
        let sender = scratch.path("sender.key")
        _ = try run("key", "new", sender)
        let files = try FileManager.default.contentsOfDirectory(atPath: country + "/jeugdhulp")
            .sorted().map { country + "/jeugdhulp/" + $0 }
        let turned = scratch.path("turned")
        #expect(
            try ProgramRun(
                ["pseudonymise"] + files + ["--out", turned, "--sender-key", sender, "--quiet"]
            ).code == 0
        )
        let deliveries = files.map { turned + "/jeugdhulp/" + URL(filePath: $0).lastPathComponent }
        #expect(try ProgramRun(["receive"] + deliveries + ["--quiet"] + store).code == 0)

        // Design: what it will be able to show, before anybody is asked.
        let design = try study("design", try question(), "--day", "2026-01-05", "--language", "en")
        #expect(design.code == 0, "\(design.talk)")
        #expect(design.output.hasPrefix("domain,files,half_width,wanted,needed,verdict\nT,"))
        #expect(design.talk.contains("Plan plannen-2019, version 1, is signed and kept: "))

        // Draw: once.
        #expect(try study("draw", "plannen-2019", "--seed", "2026-0106").code == 0)
        let again = try study("draw", "plannen-2019", "--seed", "other", "--language", "en")
        #expect(again.code == 1)
        #expect(
            again.talk == "Study plannen-2019: the sample was drawn already; plan and draw stand. "
                + "Begin another study under another name.\n"
        )

        // Work lists: codes beside the organisation's own pseudonyms, and nothing of the store.
        let lists = try ProgramRun(
            ["study", "draw", "plannen-2019", "--senders"] + deliveries
                + ["--out", scratch.path("lists")] + store
        )
        #expect(lists.code == 0, "\(lists.talk)")
        let paths = lists.output.split(separator: "\n").map(String.init)
        #expect(paths.count == 16)
        let list = try String(contentsOf: URL(filePath: paths[0]), encoding: .utf8)
        let first = try #require(list.split(separator: "\n").dropFirst().first)
            .split(separator: ",")
        #expect(first[0].first == "S" && first[1].count == 32)
        let holder = try #require(deliveries.first { paths[0].contains($0.deliveredBy) })
        #expect(try String(contentsOf: URL(filePath: holder), encoding: .utf8).contains(first[1]))

        // Screening, consent, double coding: played.
        let field = scratch.path("field")
        #expect(try study("fictive", "plannen-2019", "--out", field).code == 0)
        let screening = field + "/screening.csv"
        #expect(try study("draw", "plannen-2019", "--screening", screening).code == 0)
        #expect(try study("fictive", "plannen-2019", "--out", field).code == 0)
        let consent = try study(
            "consent",
            "plannen-2019",
            "--input",
            field + "/consent.csv",
            "--language",
            "en"
        )
        #expect(consent.code == 0, "\(consent.talk)")
        #expect(consent.talk.contains("R-indicator 0."))
        #expect(try study("fictive", "plannen-2019", "--out", field).code == 0)
        let codings = field + "/codings.csv"
        let coded = try study("code", "plannen-2019", "--input", codings, "--language", "en")
        #expect(coded.code == 0, "\(coded.talk)")
        let twice = try study("code", "plannen-2019", "--input", codings, "--language", "en")
        #expect(twice.talk.hasPrefix("0 new readings kept; "))

        // Agreement: the item that cannot be agreed on is named.
        let agree = try study("agree", "plannen-2019", "--language", "en")
        let lines = agree.output.split(separator: "\n")
        #expect(
            lines.contains { $0.hasPrefix("acknowledged,") && $0.hasSuffix("coders do not agree") }
        )
        #expect(lines.contains { $0.hasPrefix("safety-plan-present,") && $0.hasSuffix(",figure") })

        // Estimates: the truth comes back.
        let truth: [Figure] = try decoded(
            String(contentsOf: URL(filePath: field + "/truth.json"), encoding: .utf8)
        )
        let inside = try study("estimate", "plannen-2019", "--internal")
        let figures: [Figure] = try decoded(inside.output)
        var compared = 0
        for figure in figures where figure.estimate != "acknowledged" && figure.lower != nil {
            // Coders' mistakes are no sampling error: where 3 % of answers are wrong, a share is
            // off by up to 3 points, a cascade by more.
            let known = try #require(
                truth.first { $0.estimate == figure.estimate && $0.domain == figure.domain }?.value
            )
            let slack = figure.estimate == "impact" ? 3.0 : 0.05
            #expect((figure.lower ?? 0) - slack <= known, "\(figure)")
            #expect(known <= (figure.upper ?? 0) + slack, "\(figure)")
            compared += 1
        }
        #expect(compared >= 12)
        #expect(figures.filter { $0.estimate == "acknowledged" }.allSatisfy { $0.value == nil })

        // Protected tables and the report.
        let out = scratch.path("tables")
        let report = scratch.path("report.html")
        let estimate = try study(
            "estimate",
            "plannen-2019",
            "--out",
            out,
            "--report",
            report,
            "--fictive",
            "--language",
            "en"
        )
        #expect(estimate.code == 0, "\(estimate.talk)")
        let page = try String(contentsOf: URL(filePath: report), encoding: .utf8)
        #expect(page.contains("Coders do not agree"))
        #expect(page.contains("Fictive figures: nothing on this page is about anybody."))
        #expect(page.contains("2026-0106"))
        let table = try String(
            contentsOf: URL(filePath: out + "/plannen-2019.csv"),
            encoding: .utf8
        )
        #expect(table.contains(",plan-present,T,estimate,"))
        #expect(!table.contains(",acknowledged,T,estimate,"))

        // Counts and files together.
        let combined = try study("combine", "plannen-2019", "--out", out)
        #expect(combined.code == 0, "\(combined.talk)")
        let joined = try String(
            contentsOf: URL(filePath: out + "/plannen-2019-combined.csv"),
            encoding: .utf8
        )
        #expect(joined.contains(",plan-present,T,counted,"))
        #expect(joined.contains(",plan-present,T,total,"))

        // Everything stands in the log, and no line of it names anybody.
        let log = try run(
            "audit",
            "verify",
            "--store",
            scratch.path("s.sqlite"),
            "--key",
            scratch.path("k")
        )
        #expect(log.code == 0)
    }

    @Test func `a mistake in the question is named by line`() throws {
        let path = try scratch.write("id: X Y\n", to: "bad.yaml")
        let row = "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n"
        let header =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
            + "datum_aanvang;datum_einde;reden_beeindiging\n"
        let delivery = try scratch.write(header + row, to: "jeugdhulp/a.csv")
        #expect(try ProgramRun(["receive", delivery] + store).code == 0)
        let bad = try study("design", path, "--language", "en")
        #expect(bad.code == 6)
        #expect(bad.talk.contains("bad.yaml:1"))
    }

    @Test func `every step has help with an example`() throws {
        for step in [
            "design", "draw", "consent", "code", "agree", "estimate", "combine", "fictive", "enter",
            "pack", "sync", "gather", "audit",
        ] {
            let help = try ProgramRun(["study", step, "--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("ijkpunt study \(step) "))
        }
    }
}

extension String {
    /// The holder in the name of a delivery, as `00900012` of `…/00900012-2019H1.csv`.
    fileprivate var deliveredBy: String {
        String(URL(filePath: self).lastPathComponent.prefix { $0 != "-" })
    }
}

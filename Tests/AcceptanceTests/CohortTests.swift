import Foundation
import Testing

/// A cohort as people run it: plan, enrolment, contact, measurements, estimate, erasure.
@Suite("Cohorts")
struct CohortTests {
    let scratch = Scratch()

    private var store: [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k"), "--language", "en"]
    }

    private func cohort(_ step: String, _ arguments: String...) throws -> ProgramRun {
        try ProgramRun(["cohort", step] + arguments + store)
    }

    private static let header =
        "organisatie;verslagperiode;soort;nummer;casus;datum;melder;aard;rol;geboortedatum\n"

    @Test func `from report to protected table`() throws {
        // Any delivery makes the store.
        let delivery = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n"
                + "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n",
            to: "jeugdhulp/a.csv"
        )
        #expect(try ProgramRun(["receive", delivery] + store).code == 0)
        let template = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Definitions/templates/cohort.yaml").path
        let plan = try cohort("plan", template)
        #expect(plan.code == 0, "\(plan.talk)")
        #expect(plan.output == "wave,from,until\nstart,0,90\nhalf-year,150,240\nyear,330,450\n")

        // Sixty reports enter, on 1 March 2019.
        var rows = CohortTests.header
        for number in 1...60 {
            rows +=
                "00910001;2019H1;M;R\(number);C\(number);20190301;01;01;S;"
                + "2010010\(1 + number % 9)\n"
        }
        let reports = try scratch.write(rows, to: "veiligthuis.csv")
        let early = try cohort("contact", "cohort-2019", "--input", reports)
        #expect(early.code == 1)
        #expect(
            early.talk == "Cohort cohort-2019: nobody has entered yet. Begin with ijkpunt cohort "
                + "enrol.\n"
        )
        let enrol = try cohort("enrol", "cohort-2019", "--seed", "2019-01", "--reports", reports)
        #expect(enrol.code == 0, "\(enrol.talk)")
        let codes = enrol.output.split(separator: "\n").dropFirst()
            .map { String($0.prefix { $0 != "," }) }
        #expect(codes.count == 60)
        #expect(try cohort("plan", template).code == 1)

        // Who may read along is not written to.
        let head =
            "participant,age_band,representative,accused,read_along,channel,heard_apart,consent_by,"
            + "outcome\n"
        let letter = try scratch.write(
            head + "\(codes[0]),under-12,parents,parent-1,yes,letter,yes,parent-2,given\n",
            to: "letter.csv"
        )
        let refused = try cohort("contact", "cohort-2019", "--input", letter)
        #expect(refused.code == 3)
        #expect(refused.talk.contains("visit or phone, because somebody may read along"))
        let contacts = try scratch.write(
            head
                + codes.map { "\($0),under-12,parents,parent-1,yes,visit,yes,parent-2,given\n" }
                .joined(),
            to: "contact.csv"
        )
        #expect(try cohort("contact", "cohort-2019", "--input", contacts).code == 0)
        let due = try cohort("due", "cohort-2019", "--day", "2019-03-20")
        #expect(due.output.split(separator: "\n").count == 61)
        #expect(due.output.contains("\(codes.min()!),start,2019-05-30,visit,yes\n"))

        // Measured twice; the second time a third is lost.
        var lines = "participant,wave,day,item,value\n"
        for (place, code) in codes.enumerated() {
            for item in 1...10 {
                let high = [3, 7].contains(item) ? 1 : 3
                lines += "\(code),start,2019-04-01,voorbeeldschaal.\(item),\(high)\n"
                guard place % 3 > 0 else { continue }
                let low = [3, 7].contains(item) ? 4 : 0
                lines +=
                    "\(code),year,2020-03-01,voorbeeldschaal.\(item),"
                    + "\(place % 2 == 0 ? low : high)\n"
            }
            lines += "\(code),start,2019-04-01,violence.incidents,4\n"
            lines += "\(code),start,2019-04-01,violence.severe,0\n"
        }
        let answers = try scratch.write(lines, to: "answers.csv")
        let measured = try cohort("measure", "cohort-2019", "--input", answers)
        #expect(measured.talk == "100 new measurements kept.\n")
        #expect(
            try cohort("measure", "cohort-2019", "--input", answers).talk
                == "0 new measurements kept.\n"
        )

        let estimate = try cohort("estimate", "cohort-2019", "--out", scratch.path("t"))
        #expect(estimate.code == 0, "\(estimate.talk)")
        #expect(estimate.talk.contains("the profile asks that somebody judges the curve first"))
        let change = try String(
            contentsOf: URL(filePath: scratch.path("t/cohort-2019-change.csv")),
            encoding: .utf8
        )
        // 40 of 60 were measured again; twenty of them came from 30 to 0, twenty stayed.
        for line in ["persons,40", "persons_with,20", "estimate,50.0", "bound_lower,33.3"] {
            #expect(change.contains(",voorbeeldschaal,year,recovered,\(line)"), "\(change)")
        }
        #expect(!FileManager.default.fileExists(atPath: scratch.path("t/cohort-2019-repeated.csv")))

        // Erased: the case does not enter again.
        let gone = try cohort("erase", "cohort-2019", "--participant", codes[0])
        #expect(gone.code == 0, "\(gone.talk)")
        #expect(
            try cohort("erase", "cohort-2019", "--participant", codes[0]).talk
                == "Cohort cohort-2019: there is no participant \(codes[0]). Use a code of the list "
                + "of cohort enrol.\n"
        )
        let again = try cohort("enrol", "cohort-2019", "--seed", "2019-01", "--reports", reports)
        #expect(again.output == "participant,organisation,report\n")
        #expect(try ProgramRun(["audit", "verify"] + store).code == 0)
    }

    @Test func `every step has help with an example`() throws {
        for step in ["plan", "enrol", "contact", "due", "measure", "estimate", "erase"] {
            let help = try ProgramRun(["cohort", step, "--help"])
            #expect(help.code == 0)
            #expect(help.output.contains("ijkpunt cohort \(step) "))
        }
    }
}

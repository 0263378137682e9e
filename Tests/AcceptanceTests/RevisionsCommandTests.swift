import Foundation
import Testing

/// What a figure was in each vintage, as a person asks for it.
@Suite("Revisions by command")
struct RevisionsCommandTests {
    let scratch = Scratch()

    private var store: [String] { ["--store", scratch.path("s"), "--key", scratch.path("k")] }

    private func receive(_ starts: [String], on day: String) throws {
        let records = starts.map {
            "00900001;2019H1;;20080315;V;GM0363;02;02;\($0);;\n"
        }
        let path = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n" + records.joined(),
            to: "\(day)/jeugdhulp/a.csv"
        )
        let run = try ProgramRun(["receive", "--quiet", path, "--received", day] + store)
        try #require(run.code == 0, "\(run.talk)\(run.output)")
    }

    private func received() throws {
        try receive(["20190201", "20190202", "20190203"], on: "2020-01-02")
        try receive(["20190201"], on: "2020-02-03")
    }

    @Test func `each vintage has a line, marked as unprotected on paper and on the screen`() throws
    {
        try received()
        let run = try ProgramRun(["revisions", "BJ-01", "--quiet", "--language", "en"] + store)
        #expect(run.code == 0, "\(run.talk)")
        #expect(
            run.output == """
                period,received,status,deliveries,measure,value,change,protection
                2019H1,2020-01-02,voorlopig,1,trajectories,3,,none
                2019H1,2020-02-03,voorlopig,1,trajectories,1,-2,none

                """
        )
        #expect(
            run.talk
                == "UNPROTECTED (unprotected): these tables are bare counts for analysts inside "
                + "the secure area. They must not leave it.\n"
        )
    }

    @Test func `lines as JSON say the same`() throws {
        try received()
        let run = try ProgramRun(["revisions", "BJ-01", "--quiet", "--json"] + store)
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(
            lines == [
                #"{"deliveries":1,"measure":"trajectories","period":"2019H1","protection":"none","#
                    + #""received":"2020-01-02","status":"voorlopig","value":"3"}"#,
                #"{"change":"-2","deliveries":1,"measure":"trajectories","period":"2019H1","#
                    + #""protection":"none","received":"2020-02-03","status":"voorlopig","value":"1"}"#,
            ]
        )
    }

    @Test func `who looked stands in the log, and what is not there is said`() throws {
        try received()
        let none = try ProgramRun(["revisions", "JB-01", "--by", "A. Jansen"] + store)
        #expect(none.code == 0, "\(none.talk)")
        #expect(
            none.output
                == "period,received,status,deliveries,measure,value,change,protection\n"
        )
        #expect(
            none.talk.hasSuffix(
                "JB-01: van geen periode is er een cijfer voor heel Nederland, dus is er niets "
                    + "herzien.\n"
            )
        )
        let log = try ProgramRun(["audit", "show", "--kind", "view"] + store)
        #expect(log.output.contains(" analyst A. Jansen view periods= revisions=JB-01\n"))
        let wrong = try ProgramRun(["revisions", "BJ-01", "--period", "2019H3"] + store)
        #expect(wrong.code == 2)
    }
}

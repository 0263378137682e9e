import Foundation
import Testing

/// What is said of tables beside their cells: much to an analyst inside, little to anybody else.
@Suite("Notes on tables")
struct AnalystNotesTests {
    let scratch = Scratch()

    init() throws {
        let header =
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;maatregel;datum_aanvang;"
            + "datum_einde;reden_beeindiging;datum_overgedragen;datum_overgedragen_gekregen\n"
        let rows = [
            ("2018H2", "999990007;20080315;V;GM0363;11;20180901;;;;"),
            ("2018H2", "999990019;20080315;V;GM0363;21;20180901;;;;"),
            ("2019H1", "999990007;20080315;V;GM0363;11;20180901;;;20190331;"),
            ("2019H1", "999990020;20080315;V;GM0363;12;20180901;;;;"),
        ]
        let paths = try ["2018H2", "2019H1"].map { period in
            let lines = rows.filter { $0.0 == period }.map { "90000001;\($0.0);\($0.1)\n" }
            return try scratch.write(
                header + lines.joined(),
                to: "jeugdbescherming/\(period).csv"
            )
        }
        let run = try ProgramRun(["receive", "--quiet"] + place + paths)
        try #require(run.code == 0, "\(run.talk) \(run.output)")
    }

    private var place: [String] {
        ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")]
    }

    private func compute(_ arguments: [String]) throws -> ProgramRun {
        try ProgramRun(
            ["compute", "JB-01", "--period", "2019H1", "--out", scratch.path("o")] + place
                + arguments
        )
    }

    @Test(arguments: [
        (
            "nl",
            [
                "JB-01 2019H1: in heel Nederland is de beginstand min de eindstand van de periode "
                    + "ervoor, per type en voor alle samen (T): 11: 0, 12: 1, 21: -1, T: 0.",
                "JB-01 2019H1: overgedragen gekregen zonder overdracht aan de andere kant: 0.",
                "JB-01 2019H1: overgedragen zonder dat een andere instelling overnam: 1.",
            ]
        ),
        (
            "en",
            [
                "JB-01 2019H1: in the whole country the opening stock less the closing stock of "
                    + "the period before is, by type and for all together (T): 11: 0, 12: 1, "
                    + "21: -1, T: 0.",
                "JB-01 2019H1: taken over without a hand-over on the other side: 0.",
                "JB-01 2019H1: handed over without another institution taking over: 1.",
            ]
        ),
    ])
    func `an analyst hears how stock and transfers fit together`(
        _ language: String,
        _ sentences: [String]
    ) throws {
        let run = try compute(["--internal", "--language", language])
        #expect(run.code == 0)
        #expect(run.talk.split(separator: "\n").dropFirst().map(String.init) == sentences)
    }

    @Test func `who gets protected tables hears no bare count`() throws {
        let run = try compute([])
        #expect(run.code == 0)
        #expect(!run.talk.contains("JB-01 2019H1:"))
        let json = try compute(["--json", "--quiet"]).output
        #expect(!json.contains("unmatched") && !json.contains("closing_difference"))
        #expect(json.contains("\"status\" : "))
    }

    @Test func `the notes stand in the result too`() throws {
        let run = try compute(["--internal", "--json", "--quiet"])
        #expect(run.output.contains("\"closing_difference\" : \"11: 0, 12: 1, 21: -1, T: 0\""))
        #expect(run.output.contains("\"unmatched_transfer_out\" : \"1\""))
    }
}

import CaseFileStudies
import Testing

/// What comes in by CSV and JSON: every mistake by what, where and what was expected.
struct EntryTests {
    let study: MadeStudy
    let state: StudyState
    let once: String
    let twice: String

    init() throws {
        study = try MadeStudy(organisations: 30, seed: 1)
        var state = try study.state(seed: "x")
        state.codings = []
        self.state = state
        once = try #require(state.sample.first { !$0.isCodedTwice }).code
        twice = try #require(state.sample.first { $0.isCodedTwice }).code
    }

    static let consents: [(String, String, String)] = [
        ("X1,under-12,given,,", "file", "a code of the files whose consent is asked"),
        ("#,twelve,given,,", "age_band", "under-12, 12-15, 16-plus"),
        ("#,under-12,yes,,", "outcome", "given, refused, withdrawn, not-reachable, not-asked"),
        (
            "#,under-12,refused,youth,", "refused_by",
            "under-12: parents; 12-15: parents, youth, both; 16-plus: youth"
        ),
        ("#,16-plus,given,youth,", "refused_by", "nothing"),
        (
            "#,12-15,refused,both,angry", "reason",
            "none, privacy, trust, burden, danger, moved, other"
        ),
    ]

    @Test(arguments: consents)
    func `an answer on consent that cannot be is refused`(
        _ line: String,
        _ column: String,
        _ expected: String
    ) {
        let text =
            "file,age_band,outcome,refused_by,reason\n" + line.replacing("#", with: once) + "\n"
        var empty = state
        empty.consents = [:]
        #expect(
            throws: StudyError.badCell(path: "t.csv", row: 2, column: column, expected: expected)
        ) { try ConsentTable.read(Array(text.utf8), path: "t.csv", state: empty) }
    }

    @Test func `consent can be taken back, and nothing else changes what was given`() throws {
        func read(_ outcome: String) throws -> [Consent] {
            let text = "file,age_band,outcome,refused_by\n\(once),under-12,\(outcome)\n"
            return try ConsentTable.read(Array(text.utf8), path: "t.csv", state: state)
        }
        #expect(try read("given,") == [])
        #expect(try read("withdrawn,parents").map(\.outcome) == [.withdrawn])
        #expect(throws: StudyError.conflict(path: "t.csv", row: 2, column: "outcome")) {
            try read("refused,parents")
        }
    }

    static let codings: [(String, String, String)] = [
        ("X1,A1,first,2026-01-02,reported,yes", "file", "a code of the files to be coded"),
        ("#1,A1,third,2026-01-02,reported,yes", "round", "first, second, adjudication"),
        (
            "#1,A1,second,2026-01-02,reported,yes", "round",
            "first, because the file is coded once"
        ),
        (
            "#1,Jan de Vries,first,2026-01-02,reported,yes", "coder",
            "a code of letters and digits, as A1"
        ),
        ("#1,A1,first,2 januari,reported,yes", "day", "a day as 2026-11-25"),
        ("#1,A1,first,2026-01-02,severity,yes", "item", "an item of casefile"),
        (
            "#1,A1,first,2026-01-02,reported,maybe", "value",
            "yes, no, not-in-file, cannot-be-judged"
        ),
        (
            "#1,A1,first,2026-01-02,impact,101", "value",
            "0-100, not-in-file, cannot-be-judged"
        ),
        (
            "#1,A1,first,2026-01-02,safety-plan-used,yes", "item",
            "no answer, because safety-plan-present was not answered with yes"
        ),
    ]

    @Test(arguments: codings)
    func `a coding that cannot be is refused`(
        _ line: String,
        _ column: String,
        _ expected: String
    ) {
        let text = "file,coder,round,day,item,value\n" + line.replacing("#1", with: once) + "\n"
        #expect(
            throws: StudyError.badCell(path: "c.csv", row: 2, column: column, expected: expected)
        ) {
            try CodingTable.read(
                Array(text.utf8),
                path: "c.csv",
                state: state,
                instrument: study.instrument
            )
        }
    }

    private func read(_ lines: [String], _ state: StudyState) throws -> [Coding] {
        let text = "file,coder,round,day,item,value\n" + lines.joined(separator: "\n") + "\n"
        return try CodingTable.read(
            Array(text.utf8),
            path: "c.csv",
            state: state,
            instrument: study.instrument
        )
    }

    @Test func `double coding is blind: one coder does not read a file twice`() throws {
        let first = "\(twice),A1,first,2026-01-02,reported,yes"
        #expect(
            throws: StudyError.badCell(
                path: "c.csv",
                row: 3,
                column: "coder",
                expected: "somebody who did not read the file before"
            )
        ) { try read([first, "\(twice),A1,second,2026-01-03,reported,no"], state) }
        let both = try read([first, "\(twice),B1,second,2026-01-03,reported,no"], state)
        #expect(both.map(\.coder) == ["A1", "B1"])
    }

    @Test func `taking the same codings in again keeps nothing, another answer is a conflict`()
        throws
    {
        let line = "\(once),A1,first,2026-01-02,impact,~62"
        var entered = state
        entered.codings = try read([line], state)
        #expect(entered.codings[0].answers["impact"]?.isEstimated == true)
        #expect(try read([line], entered) == [])
        #expect(throws: StudyError.conflict(path: "c.csv", row: 2, column: "value")) {
            try read(["\(once),A1,first,2026-01-02,impact,63"], entered)
        }
    }

    @Test func `JSON says the same as CSV`() throws {
        let csv = try read(["\(once),A1,first,2026-01-02,forms,witness physical-abuse"], state)
        let json = """
            [{"file": "\(once)", "coder": "A1", "round": "first", "day": "2026-01-02",
              "item": "forms", "value": "physical-abuse witness"}]
            """
        let other = try CodingTable.read(
            Array(json.utf8),
            path: "c.json",
            state: state,
            instrument: study.instrument
        )
        #expect(csv == other)
        #expect(csv[0].answers["forms"]?.value == "physical-abuse witness")
    }

    @Test func `a file without consent is not coded`() throws {
        var refused = state
        refused.consents[once] = Consent(
            file: once,
            ageBand: .from16,
            outcome: .refused,
            refuser: .youth
        )
        #expect(
            throws: StudyError.badCell(
                path: "c.csv",
                row: 2,
                column: "file",
                expected: "a file with consent"
            )
        ) { try read(["\(once),A1,first,2026-01-02,reported,yes"], refused) }
    }

    @Test func `a column that is missing or misspelt is named`() {
        #expect(
            throws: StudyError.missingColumn(path: "c.csv", column: "value", found: ["file"])
        ) {
            try EntryTable(Array("file\nS1\n".utf8), path: "c.csv", required: ["file", "value"])
        }
        #expect(
            throws: StudyError.badCell(
                path: "c.csv",
                row: 2,
                column: "valeu",
                expected: "file"
            )
        ) { try EntryTable(Array("file,valeu\nS1,2\n".utf8), path: "c.csv", required: ["file"]) }
    }
}

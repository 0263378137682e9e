import Domain
import Intake
import Testing

@Suite struct ExplanationBookTests {
    private func entry(_ text: String, until: String? = nil) -> Explanation {
        Explanation(
            source: "jeugdhulp",
            holder: "12345678",
            period: ReportingPeriod(ordinal: 2019 * 2),
            until: until.flatMap { ReportingPeriod($0) },
            rule: "INT-701",
            text: text,
            by: "A. Beheerder",
            day: "2019-07-20"
        )
    }

    private func book(_ entries: Explanation...) throws -> ExplanationBook {
        try ExplanationBook(
            csv: ExplanationBook.header + "\n" + entries.map(ExplanationBook.line).joined()
        )
    }

    private func answer(_ book: ExplanationBook, _ period: String, rule: String = "INT-701")
        -> String?
    {
        book.answer(
            to: rule,
            source: "jeugdhulp",
            holder: "12345678",
            period: ReportingPeriod(period)
        )?.text
    }

    @Test(arguments: ["fusie", "fusie, \"per 1 januari\"", "twee\nregels", "\"\""])
    func `what was written is read back`(_ text: String) throws {
        #expect(try book(entry(text)).entries == [entry(text)])
    }

    @Test func `an answer holds for its half-year, or as long as it says`() throws {
        let short = try book(entry("fusie"))
        #expect(answer(short, "2019H1") == "fusie")
        #expect(answer(short, "2019H2") == nil)
        #expect(answer(short, "2019H1", rule: "INT-702") == nil)
        let long = try book(entry("fusie", until: "2020H1"))
        #expect(
            ["2018H2", "2019H1", "2020H1", "2020H2"].map { answer(long, $0) }
                == [nil, "fusie", "fusie", nil]
        )
    }

    @Test func `of two answers the last counts`() throws {
        #expect(try answer(book(entry("fusie"), entry("splitsing")), "2019H1") == "splitsing")
    }

    @Test func `another header or half-year is refused with its line`() {
        #expect(throws: ExplanationError(line: 1, expected: ExplanationBook.header)) {
            try ExplanationBook(csv: "rule,text\n")
        }
        #expect(throws: ExplanationError(line: 2, expected: "half-years as 2019H1")) {
            try ExplanationBook(csv: ExplanationBook.header + "\na,b,2019,,INT-701,c,d,e\n")
        }
    }

    @Test func `a text with a number as long as a citizen's or a date is refused`() {
        #expect(ExplanationBook.refusal(of: "zie 999990019") == "digits")
        #expect(ExplanationBook.refusal(of: "geboren 20100115") == "digits")
        #expect(ExplanationBook.refusal(of: " ") == "empty")
        #expect(ExplanationBook.refusal(of: "fusie per 1 januari 2019 (2 locaties)") == nil)
    }
}

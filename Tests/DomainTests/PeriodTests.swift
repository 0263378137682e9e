import Domain
import Testing

struct PeriodTests {
    @Test(arguments: ["2019H1", "2019H2", "2019", "1000", "9999H2"])
    func `a period is written as it was read`(_ text: String) {
        #expect(Period(text)?.description == text)
    }

    @Test(arguments: [
        "", "19", "0999", "20190", "2019H3", "2019H0", "2019h1", "2019-1", "2019H1 ", "２０１９",
        "+019", "201９H1", "-019H1",
    ])
    func `anything else is no period`(_ text: String) {
        #expect(Period(text) == nil)
        #expect(ReportingPeriod(text) == nil)
    }

    @Test(arguments: [
        ("2019H1", "2019-01-01", "2019-06-30"), ("2019H2", "2019-07-01", "2019-12-31"),
        ("2020", "2020-01-01", "2020-12-31"),
    ])
    func `a period has a first and a last day`(_ text: String, _ start: String, _ end: String)
        throws
    {
        let period = try #require(Period(text))
        #expect(period.start.description == start)
        #expect(period.end.description == end)
    }

    @Test func `a year is made of its two halves`() throws {
        #expect(Period.year(2019).halves.map(\.description) == ["2019H1", "2019H2"])
        let half = try #require(ReportingPeriod("2019H2"))
        #expect(Period.halfYear(half).halves == [half])
        #expect(Period.halfYear(half).year == 2019)
    }

    @Test func `neighbouring halves touch without overlap`() throws {
        var half = try #require(ReportingPeriod("2014H2"))
        for _ in 0..<40 {
            #expect(half.next.start == half.end.advanced(by: 1))
            #expect(half.next.previous == half)
            #expect(half < half.next)
            #expect(ReportingPeriod(ordinal: half.ordinal) == half)
            half = half.next
        }
        #expect(half.description == "2034H2")
    }

    @Test func `periods sort as they are written`() {
        let texts = ["2020", "2019H2", "2019", "2020H1", "2019H1"]
        #expect(
            texts.compactMap { Period($0) }.sorted().map(\.description)
                == ["2019", "2019H1", "2019H2", "2020", "2020H1"]
        )
    }
}

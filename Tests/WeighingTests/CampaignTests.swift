import Definitions
import Domain
import Testing
import TestSupport
import Weighing

struct CampaignTests {
    private func campaign(_ from: (Int, Int, Int), _ until: (Int, Int, Int)) throws
        -> CampaignRegister.Campaign
    {
        CampaignRegister.Campaign(
            id: "x",
            title: LocalizedText(nl: "x", en: "x"),
            from: try #require(CalendarDay(year: from.0, month: from.1, day: from.2)),
            until: try #require(CalendarDay(year: until.0, month: until.1, day: until.2)),
            by: "x",
            source: "x"
        )
    }

    private func series(_ id: String) throws -> PublishedSeries {
        try #require(try TestDefinitions.load().published.first { $0.id == id })
    }

    @Test func `half-years wholly before and wholly after stand on both sides`() throws {
        let window = CampaignWindow(
            try campaign((2020, 3, 1), (2020, 4, 30)),
            series: try series("veilig-thuis-national"),
            item: "reports",
            reach: 2
        )
        #expect(window.before.map(\.period) == ["2019H1", "2019H2"])
        #expect(window.during.map(\.period) == ["2020H1"])
        #expect(window.after.map(\.period) == ["2020H2", "2021H1"])
        #expect(window.before.map(\.value) == [.number(65_075), .number(66_730)])
    }

    @Test func `no comparison crosses a break`() throws {
        // The break of the centres lies before 2020: yearly figures on the other side are left out.
        let centres = try series("csg-national")
        let line = try #require(centres.breaks.first).before
        let year = try #require(Int(line))
        let window = CampaignWindow(
            try campaign((year, 2, 1), (year, 3, 1)),
            series: centres,
            item: "victims",
            reach: 5
        )
        #expect(window.isBroken)
        #expect(window.before.isEmpty)
        #expect(window.during.map(\.period) == [line])
        #expect(window.after.allSatisfy { $0.period > line })
    }

    @Test func `the register says what it can and cannot show`() throws {
        let register = try TestDefinitions.load().campaigns
        #expect(register.series == ["veilig-thuis-national", "csg-national"])
        #expect(register.doesNotShow.nl.contains("Of de campagne dat deed"))
    }
}

import Definitions
import Domain
import FoundationEssentials
import Publication
import Testing

@Suite("Column chart")
struct ColumnChartTests {
    private let wording: Wording

    init() throws {
        wording = Wording(
            catalogue: try PublishedFixture.definitions.get().texts,
            language: .nl
        )
    }

    private let chart = ColumnChart(
        slots: [
            .init(label: "2017", mark: .counted(2_624)),
            .init(label: "2018", mark: .missing),
            .init(label: "2019", mark: .provisional(4_148, "*")),
            .init(label: "2020", mark: .estimated(7_400), breakReason: "andere telling"),
            .init(label: "2021", mark: .interval(9_000, 11_000)),
            .init(label: "2022", mark: .suppressed),
            .init(label: "2023", mark: .counted(0)),
        ],
        summary: "Zeven jaren"
    )

    @Test func `every tone is drawn as it is recorded`() throws {
        let golden = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "Golden/column-chart.svg")
        let drawn =
            chart.drawing(wording, width: 780, height: 220).markup
            .replacing("><", with: ">\n<") + "\n"
        #expect(drawn == (try String(contentsOf: golden, encoding: .utf8)))
    }

    @Test func `nothing is drawn from one period to another`() throws {
        let markup = chart.drawing(wording, width: 780, height: 220).markup
        #expect(!markup.contains("<polyline"))
        #expect(!markup.contains("<polygon"))
        // A place is 100 wide here; only the axis and its grid, which carry no value, are longer.
        let lines = markup.matches(
            of: /<line x1="([0-9.]+)" y1="[0-9.]+" x2="([0-9.]+)" y2="[0-9.]+" class="([a-z0-9-]+)"/
        )
        for line in lines where line.3 != "gr" {
            let length = (Double(line.2) ?? 0) - (Double(line.1) ?? 0)
            #expect(length < 100 || line.3 == "ax", "\(line.0)")
        }
        // The paths are the slashes of the break alone.
        #expect(markup.matches(of: #/<path /#).count == 1)
    }

    @Test func `a hole and a break lie over the axis`() throws {
        let markup = chart.drawing(wording, width: 780, height: 220).markup
        #expect(markup.matches(of: /class="hbg"/).count == 2)
        #expect(markup.contains("andere telling"))
    }

    @Test func `a withheld figure has no height that says something`() throws {
        func height(_ others: Double) -> [Substring] {
            let chart = ColumnChart(
                slots: [
                    .init(label: "a", mark: .counted(others)), .init(label: "b", mark: .suppressed),
                ],
                summary: ""
            )
            return chart.drawing(wording, width: 350, height: 210).markup
                .matches(of: /height="([0-9.]+)" class="m-afg"/).map(\.1)
        }
        #expect(height(20) == ["26.0"])
        #expect(height(90_000) == ["26.0"])
    }
}

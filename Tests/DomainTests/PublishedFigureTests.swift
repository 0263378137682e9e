import Domain
import Testing

struct PublishedFigureTests {
    @Test(arguments: [
        (PublishedFigure.Status.final, ""), (.provisional, "*"), (.revisedProvisional, "**"),
    ])
    func `a status has its mark`(_ status: PublishedFigure.Status, _ mark: String) {
        #expect(status.mark == mark)
    }

    @Test func `a series finds its figures by period and item`() {
        let text = LocalizedText(nl: "x", en: "x")
        let figure = PublishedFigure(
            period: "2019",
            item: "a",
            value: .interval(26, 37),
            status: .final
        )
        let series = PublishedSeries(
            id: "s",
            title: text,
            unit: .child,
            unitLabel: text,
            source: text,
            tableID: nil,
            definition: text,
            doesNotSay: text,
            caution: nil,
            items: [],
            breaks: [],
            figures: [figure]
        )
        #expect(series.figure("2019", "a") == figure)
        #expect(series.figure("2019", "b") == nil)
        #expect(series.figure("2020", "a") == nil)
    }
}

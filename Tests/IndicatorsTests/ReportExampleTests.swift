import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Worked examples on reports and registrations")
struct ReportExampleTests {
    static let ids = [
        "CSG-01", "CSG-02", "VT-01", "VT-02", "VT-03", "VT-04", "VT-05", "VT-07", "VT-09",
    ]

    @Test func `no indicator on reports and registrations is forgotten here`() throws {
        let definitions = try TestDefinitions.load()
        let own = ["veiligthuis", "csg-counts"].flatMap {
            ReportTwinTests.ids(definitions, of: $0)
        }
        #expect(own.sorted() == ReportExampleTests.ids)
    }

    @Test(arguments: ids)
    func `the examples of a definition give the cells they promise`(id: String) throws {
        let definitions = try TestDefinitions.load()
        let definition = try #require(definitions.indicators[id])
        for example in definition.examples {
            let folder = try TestFolder()
            let paths = try example.deliveries.enumerated().map { index, text in
                try folder.write(text, to: "\(index)/\(definition.source)/delivery.csv")
            }
            let received = try ReceivedDeliveries(
                paths: paths,
                in: folder,
                definitions: definitions
            )
            let lines = try received.stage().lines([id], [example.period])[
                "\(id) \(example.period)"
            ]
            let twin = ReportTwin(
                files: try example.deliveries.map {
                    try #require(PlainFile(source: definition.source, text: $0))
                },
                definitions: definitions
            )
            #expect(lines == twin.lines(id, example.period), "\(id): \(example.title.en)")
            for expected in example.expected {
                let fields = expected.split(separator: ",")
                let cell = "\(example.period)," + fields.dropLast().joined(separator: ",") + ","
                let found = (lines ?? []).filter { $0.hasPrefix(cell) }
                let wanted = fields.last == "0" ? [] : ["\(example.period)," + expected]
                #expect(found == wanted, "\(id): \(example.title.en)")
            }
        }
    }
}

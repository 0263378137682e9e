import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("Worked examples of the definitions")
struct WorkedExampleTests {
    static let ids = [
        "BJ-01", "BJ-02", "BJ-03", "BJ-04", "BJ-05", "BJ-06", "BJ-07", "BJ-08", "BJ-09", "JB-01",
        "JB-02", "JB-03", "JB-04", "JB-05",
    ]

    @Test func `every indicator has examples, and no indicator is forgotten here`() throws {
        let indicators = try TestDefinitions.load().indicators.filter {
            $0.key.hasPrefix("BJ-") || $0.key.hasPrefix("JB-")
        }
        #expect(indicators.keys.sorted() == WorkedExampleTests.ids)
        for (id, definition) in indicators.sorted(by: { $0.key < $1.key }) {
            #expect(!definition.examples.isEmpty, "\(id)")
        }
    }

    @Test(arguments: ids)
    func `the examples of a definition give the cells they promise`(id: String) throws {
        let shipped = try TestDefinitions.load()
        let definition = try #require(shipped.indicators[id])
        // Two sources meet only where they have the same pseudonyms.
        let definitions =
            definition.secondSource == nil ? shipped : try TestDefinitions.linked()
        for example in definition.examples {
            let lines = try engineLines(definition, example, definitions)
            let twin = try twinLines(definition, example, definitions)
            #expect(lines == twin, "\(id): \(example.title.en)")
            for expected in example.expected {
                let fields = expected.split(separator: ",")
                let cell = "\(example.period)," + fields.dropLast().joined(separator: ",") + ","
                let found = lines.filter { $0.hasPrefix(cell) }
                let wanted = fields.last == "0" ? [] : ["\(example.period)," + expected]
                #expect(found == wanted, "\(id): \(example.title.en)")
            }
        }
    }

    private func engineLines(
        _ definition: IndicatorDefinition,
        _ example: IndicatorDefinition.Example,
        _ definitions: DefinitionSet
    ) throws -> [String] {
        let folder = try TestFolder()
        let paths = try example.deliveries.enumerated().map { index, text in
            try folder.write(text, to: "\(index)/\(example.sources[index])/delivery.csv")
        }
        let received = try ReceivedDeliveries(paths: paths, in: folder, definitions: definitions)
        let population = ["year,gm_code,population_0_17"] + example.population
        let stage = try received.stage(population: population.joined(separator: "\n") + "\n")
        return try stage.lines([definition.id], [example.period])[
            "\(definition.id) \(example.period)"
        ] ?? []
    }

    private func twinLines(
        _ definition: IndicatorDefinition,
        _ example: IndicatorDefinition.Example,
        _ definitions: DefinitionSet
    ) throws -> [String] {
        let deliveries = try zip(example.deliveries, example.sources).map {
            try #require(PlainDelivery(csv: $0, source: $1))
        }
        return ReferenceEngine(
            deliveries: deliveries,
            definitions: definitions,
            population: example.population
        ).lines(definition.id, example.period)
    }
}

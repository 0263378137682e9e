import Definitions
import Disclosure
import Domain
import Publication

/// The open table of one indicator over all its periods, before it gets its words.
struct OwnTable {
    let indicator: String
    /// The tables of the periods, oldest first.
    let tables: [PublishedTable]
    let source: OpenTableSource
    /// The dimensions by name with their codes, without regions and periods.
    let dimensions: [(name: String, codes: [String])]
    let regions: [CellTable.Region]
    let measures: [CellTable.Measure]
    let rows: OpenRows

    /// Puts the periods together: a dimension that a period lacks stands at its total there.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    init(
        indicator: String,
        tables: [PublishedTable],
        source: OpenTableSource
    ) throws(PublicationError) {
        self.indicator = indicator
        self.source = source
        let tables = tables.sorted { $0.period < $1.period }
        self.tables = tables
        let dimensions = OwnTable.dimensions(of: tables, source)
        let regions = OwnTable.regions(of: tables, source)
        let measures = OwnTable.measures(of: tables, source.definitions.indicators[indicator])
        self.dimensions = dimensions
        self.regions = regions
        self.measures = measures
        rows = try OwnRows(
            dimensions: dimensions,
            regions: regions,
            measures: measures,
            source: source
        ).build(tables)
    }

    private static func dimensions(
        of tables: [PublishedTable],
        _ source: OpenTableSource
    ) -> [(name: String, codes: [String])] {
        var found: [(name: String, codes: [String])] = []
        let labels = CodeLabels(
            definitions: source.definitions,
            wording: Wording(catalogue: source.definitions.texts, language: .nl)
        )
        // The newest list comes first, so that its order holds.
        for table in tables.reversed() {
            for dimension in table.dimensions {
                let known = labels.codes(of: dimension.name, in: table).filter { $0 != "U" }
                let groups = dimension.codes.filter {
                    $0 != "T" && $0 != "U" && !known.contains($0)
                }
                let codes = ["T"] + groups + known + (dimension.codes.contains("U") ? ["U"] : [])
                if let place = found.firstIndex(where: { $0.name == dimension.name }) {
                    found[place].codes += codes.filter { !found[place].codes.contains($0) }
                } else {
                    found.append((dimension.name, codes))
                }
            }
        }
        return found
    }

    private static func regions(
        of tables: [PublishedTable],
        _ source: OpenTableSource
    ) -> [CellTable.Region] {
        var left = Set(tables.flatMap { $0.regions })
        var found: [CellTable.Region] = []
        for group in source.regions.groups {
            for entry in group.entries where left.remove(entry.region) != nil {
                found.append(entry.region)
            }
        }
        return found + CellTable.inTableOrder(Array(left))
    }

    /// The measures in the order of the definition; one it does not name comes after.
    private static func measures(
        of tables: [PublishedTable],
        _ definition: IndicatorDefinition?
    ) -> [CellTable.Measure] {
        var found: [CellTable.Measure] = []
        for table in tables.reversed() {
            for measure in table.measures
            where !found.contains(where: { $0.name == measure.name }) {
                found.append(measure)
            }
        }
        let order = definition?.measures.map(\.name) ?? []
        let named = order.compactMap { name in found.first { $0.name == name } }
        return named + found.filter { !order.contains($0.name) }
    }
}

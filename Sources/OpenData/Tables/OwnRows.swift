import Disclosure
import Domain
import Publication

/// Puts the cells of an indicator's periods into the rows of one table.
///
/// The row at the total of every dimension is always there for each region and period; any other
/// row is left out when it is zero in every measure, as in the database.
struct OwnRows {
    let dimensions: [(name: String, codes: [String])]
    let regions: [CellTable.Region]
    let measures: [CellTable.Measure]
    let source: OpenTableSource

    private typealias Entry = (index: UInt64, measure: Int, value: ProtectedTable.Value?)

    /// The rows, the last dimension fastest.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    func build(_ tables: [PublishedTable]) throws(PublicationError) -> OpenRows {
        let radices = dimensions.map(\.codes.count) + [regions.count, tables.count]
        var entries: [Entry] = []
        for (period, table) in tables.enumerated() {
            try append(table, period: period, radices: radices, to: &entries)
        }
        entries.sort { ($0.index, $0.measure) < ($1.index, $1.measure) }
        let vintages = tables.map { source.vintage(of: $0.period) }
        let absent = tables.map { AbsentCells(measures: measures, held: $0.measures) }
        var indices: [UInt64] = []
        var cells: [Observation] = []
        var start = 0
        while start < entries.count {
            let index = entries[start].index
            var values = [ProtectedTable.Value?](repeating: nil, count: measures.count)
            while start < entries.count, entries[start].index == index {
                // The row of totals has an entry without a measure, which keeps it in being.
                if entries[start].measure >= 0 {
                    values[entries[start].measure] = entries[start].value
                }
                start += 1
            }
            let period = Int(index % UInt64(tables.count))
            indices.append(index)
            for measure in measures.indices {
                cells.append(absent[period].cell(measure, values, vintages[period]))
            }
        }
        return OpenRows(radices: radices, width: measures.count, indices: indices, cells: cells)
    }

    private func append(
        _ table: PublishedTable,
        period: Int,
        radices: [Int],
        to entries: inout [Entry]
    ) throws(PublicationError) {
        let layout = table.layout
        let own = layout.radices.map { UInt64($0) }
        let regionPlaces = layout.regions.map { regions.firstIndex(of: $0) ?? 0 }
        let measurePlaces = layout.measures.map { held in
            measures.firstIndex { $0.name == held.name } ?? 0
        }
        // For each dimension: which of the table's it is, and where its codes stand here.
        let maps = dimensions.map { dimension -> (place: Int, codes: [Int])? in
            guard let place = layout.dimensions.firstIndex(where: { $0.name == dimension.name })
            else { return nil }
            return (
                place,
                layout.dimensions[place].codes.map { dimension.codes.firstIndex(of: $0) ?? 0 }
            )
        }
        func index(_ places: [Int], region: Int) -> UInt64 {
            var index: UInt64 = 0
            for (number, map) in maps.enumerated() {
                let place = map.map { $0.codes[places[$0.place]] } ?? 0
                index = index * UInt64(radices[number]) + UInt64(place)
            }
            index = index * UInt64(regions.count) + UInt64(region)
            return index * UInt64(radices[radices.count - 1]) + UInt64(period)
        }
        for region in regionPlaces {
            let totals = layout.dimensions.map { $0.codes.firstIndex(of: "T") ?? 0 }
            entries.append((index(totals, region: region), -1, nil))
        }
        var places = [Int](repeating: 0, count: own.count)
        for cell in try source.contents.cells(of: table) {
            var rest = cell.key
            for place in own.indices.reversed() {
                places[place] = Int(rest % own[place])
                rest /= own[place]
            }
            entries.append(
                (
                    index(Array(places[1..<(own.count - 1)]), region: regionPlaces[places[0]]),
                    measurePlaces[places[own.count - 1]], cell.value
                )
            )
        }
    }
}

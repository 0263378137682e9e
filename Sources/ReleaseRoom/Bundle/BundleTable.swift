import Disclosure
import Domain
import Publication

/// A published table as CSV: `period,geography,region,<dimensions>,measure,value,status`.
struct BundleTable {
    let csv: [UInt8]

    init(_ table: PublishedTable, _ cells: [PublishedContents.StoredCell]) {
        let layout = table.layout
        let header =
            ["period", "geography", "region"] + layout.dimensions.map(\.name)
            + ["measure", "value", "status"]
        var bytes = Array((header.joined(separator: ",") + "\n").utf8)
        for cell in cells {
            let places = layout.places(of: cell.key)
            let region = layout.regions[places[0]]
            var fields = [
                table.period.description, region.geography.rawValue,
                CellTable.csvField(region.code),
            ]
            for (index, dimension) in layout.dimensions.enumerated() {
                fields.append(CellTable.csvField(dimension.codes[places[index + 1]]))
            }
            let measure = layout.measures[places[places.count - 1]]
            fields.append(measure.name)
            switch cell.value {
            case .shown(let number):
                fields += [CellTable.text(number, decimals: measure.decimals), "rounded"]
            case .suppressed: fields += ["", "suppressed"]
            }
            bytes += Array((fields.joined(separator: ",") + "\n").utf8)
        }
        csv = bytes
    }
}

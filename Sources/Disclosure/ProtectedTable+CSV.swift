import Domain

extension ProtectedTable {
    /// Appends the cells as lines `period,geography,region,<dimensions>,measure,value,status`, with
    /// the header before the first; a suppressed cell has an empty value, never 0.
    public func appendCSV(to bytes: inout [UInt8]) {
        let layout = CellLayout(regions: regions, dimensions: dimensions, measures: measures)
        if bytes.isEmpty {
            let header =
                ["period", "geography", "region"] + dimensions.map(\.name)
                + ["measure", "value", "status"]
            bytes.append(contentsOf: Array((header.joined(separator: ",") + "\n").utf8))
        }
        for (key, value) in zip(keys, values) {
            let places = layout.places(of: key)
            let region = regions[places[0]]
            var fields = [
                period.description, region.geography.rawValue, CellTable.csvField(region.code),
            ]
            for (index, dimension) in dimensions.enumerated() {
                fields.append(CellTable.csvField(dimension.codes[places[index + 1]]))
            }
            let measure = measures[places[places.count - 1]]
            fields.append(measure.name)
            switch value {
            case .shown(let number):
                fields.append(CellTable.text(number, decimals: measure.decimals))
                fields.append("rounded")
            case .suppressed:
                fields += ["", "suppressed"]
            }
            bytes.append(contentsOf: Array((fields.joined(separator: ",") + "\n").utf8))
        }
    }
}

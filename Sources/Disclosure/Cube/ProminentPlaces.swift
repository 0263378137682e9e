/// The cells people look at first: those of the larger areas.
///
/// The dimension with the most codes among those that have sums is taken for the geography; cells
/// at one of its sums (country, provinces, regions) are prominent.
struct ProminentPlaces {
    private let dimension: Int?
    private let isSum: [Bool]

    init(_ tables: LinkedTables) {
        let layered = tables.structure.dimensions.indices.filter {
            tables.structure.dimensions[$0].isAdditive && tables.codes[$0].count > 1
        }
        dimension = layered.max { tables.codes[$0].count < tables.codes[$1].count }
        guard let dimension else {
            isSum = []
            return
        }
        let parents = Set(
            tables.structure.dimensions[dimension].hierarchies.flatMap(\.branches).map(\.parent)
        ).union([tables.structure.dimensions[dimension].total])
        isSum = tables.codes[dimension].map { parents.contains($0) }
    }

    func contains(_ cell: Int, _ tables: LinkedTables) -> Bool {
        guard let dimension else { return false }
        return isSum[tables.places(of: cell)[dimension]]
    }
}

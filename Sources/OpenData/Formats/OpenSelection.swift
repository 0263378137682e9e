/// Which codes of each dimension a file is asked for: `?RegioS=GM0363,NL01&Perioden=2019HJ01`.
struct OpenSelection: Sendable, Equatable {
    /// The places of the codes wanted, by dimension, in the order of the table.
    let places: [[Int]]

    /// Everything.
    init(_ table: OpenTable) {
        places = table.dimensions.map { Array($0.codes.indices) }
    }

    /// Reads the choice out of a query; a dimension that is not named is wanted whole.
    ///
    /// - Throws: ``ODataError`` when there is no such dimension or code, or one is given twice.
    init(_ table: OpenTable, query: String) throws(ODataError) {
        var places = OpenSelection(table).places
        var seen: Set<Int> = []
        for (name, value) in try QueryString.fields(query) {
            guard let dimension = table.dimensions.firstIndex(where: { $0.key == name }) else {
                throw .unknownOption(table.dimensions.map(\.key).joined(separator: ", "))
            }
            guard seen.insert(dimension).inserted else {
                throw .optionTwice(table.dimensions[dimension].key)
            }
            var wanted: [Int] = []
            for code in value.split(separator: ",") {
                guard
                    let place = table.dimensions[dimension].codes.firstIndex(where: {
                        $0.key == RowComparison.bare(String(code))
                    })
                else { throw .notFound(what: "code of \(table.dimensions[dimension].key)") }
                if !wanted.contains(place) { wanted.append(place) }
            }
            guard !wanted.isEmpty else {
                throw .notFound(what: "code of \(table.dimensions[dimension].key)")
            }
            places[dimension] = wanted.sorted()
        }
        self.places = places
    }

    /// The rows of a table that fit, in their order.
    func rows(of table: OpenTable) -> [Int] {
        let isWanted = zip(places, table.dimensions).map { places, dimension -> [Bool]? in
            guard places.count < dimension.codes.count else { return nil }
            return dimension.codes.indices.map(places.contains)
        }
        return (0..<table.rows.count).filter { row in
            isWanted.indices.allSatisfy { dimension in
                isWanted[dimension]?[table.rows.place(row: row, dimension: dimension)] ?? true
            }
        }
    }
}

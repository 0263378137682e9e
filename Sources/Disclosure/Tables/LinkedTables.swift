import Domain

/// *Gekoppelde tabellen*: the cells of one or more tables, with everything that adds up.
///
/// A cell is named by one code of each dimension. Tables that leave a dimension out stand at its
/// total, so that a number that is printed in two tables is one cell here.
public struct LinkedTables: Sendable {
    /// One file as it was read, to be written again in the same order.
    public struct File: Sendable, Equatable {
        /// The path it was read from.
        public let path: String
        /// The dimensions that are columns of the file, in their order there.
        public let columns: [Int]
        /// The cell of each row.
        public let rows: [Int32]
    }

    /// What adds up to what: the sum is the first term of each relation, the parts follow.
    public struct Relations: Sendable, Equatable {
        /// Where each relation begins in ``terms``; one more entry than there are relations.
        public internal(set) var starts: [Int32] = [0]
        /// The cells of all relations, one relation after another.
        public internal(set) var terms: [Int32] = []
        /// The dimension along which each adds up; `nil` for one of the extra relations.
        public internal(set) var dimensions: [Int?] = []

        /// The number of relations.
        public var count: Int { dimensions.count }

        /// The terms of a relation.
        public subscript(index: Int) -> ArraySlice<Int32> {
            terms[Int(starts[index])..<Int(starts[index + 1])]
        }

        mutating func append(sum: Int32, parts: [Int32], along dimension: Int?) {
            terms.append(sum)
            terms.append(contentsOf: parts)
            starts.append(Int32(terms.count))
            dimensions.append(dimension)
        }
    }

    /// How the codes add up.
    public let structure: TableStructure
    /// The codes of each dimension: its total first, then in order of the hierarchies and files.
    public let codes: [[String]]
    /// Digits behind the point that numbers of the system have.
    public let decimals: Int
    /// The packed key of each cell.
    public internal(set) var keys: [UInt64]
    /// The cells: those of the files in their order, then those that only relations name, whose
    /// knowledge is `absent`.
    public internal(set) var cells: [TableCell]
    /// What adds up.
    public internal(set) var relations = Relations()
    /// The files.
    public internal(set) var files: [File]
    /// The number of cells that stand in a file; those after them only follow from relations.
    public internal(set) var printedCount = 0

    var indexOfKey: CellIndex

    init(
        structure: TableStructure,
        codes: [[String]],
        decimals: Int,
        keys: [UInt64],
        cells: [TableCell],
        files: [File],
        indexOfKey: CellIndex
    ) {
        self.structure = structure
        self.codes = codes
        self.decimals = decimals
        self.keys = keys
        self.cells = cells
        self.files = files
        self.indexOfKey = indexOfKey
    }

    mutating func add(_ cell: TableCell, key: UInt64) {
        indexOfKey.insert(key, cells.count)
        keys.append(key)
        cells.append(cell)
    }

    /// The place of each dimension's code in a cell.
    public func places(of cell: Int) -> [Int] {
        var rest = keys[cell]
        var places = [Int](repeating: 0, count: codes.count)
        for dimension in codes.indices.reversed() {
            let radix = UInt64(codes[dimension].count)
            places[dimension] = Int(rest % radix)
            rest /= radix
        }
        return places
    }

    /// The cell at some places, or `nil` where there is none.
    public func cell(at places: [Int]) -> Int? {
        indexOfKey[CellTable.pack(places, radices: codes.map(\.count))]
    }

    /// A cell as people read it: `region=GM0003, sex=T`.
    public func name(of cell: Int) -> String {
        zip(structure.dimensions, zip(codes, places(of: cell)))
            .map { "\($0.name)=\($1.0[$1.1])" }.joined(separator: ", ")
    }

    /// A relation as people read it: `region: PV20 = GM0003 + GM0010, at sex=T`.
    public func name(ofRelation index: Int) -> String {
        let terms = Array(relations[index])
        guard let dimension = relations.dimensions[index] else {
            let parts = terms.dropFirst().map { "[\(name(of: Int($0)))]" }
            return "[\(name(of: Int(terms[0])))] = " + parts.joined(separator: " + ")
        }
        return name(
            along: dimension,
            sum: places(of: Int(terms[0])),
            parts: terms.dropFirst().map { places(of: Int($0))[dimension] }
        )
    }

    func name(along dimension: Int, sum: [Int], parts: [Int]) -> String {
        let shown = parts.prefix(6).map { codes[dimension][$0] }
        let more = parts.count > 6 ? " + … (\(parts.count))" : ""
        let others = codes.indices.filter { $0 != dimension }
            .map { "\(structure.dimensions[$0].name)=\(codes[$0][sum[$0]])" }
        let side =
            "\(structure.dimensions[dimension].name): \(codes[dimension][sum[dimension]]) = "
            + shown.joined(separator: " + ") + more
        return others.isEmpty ? side : side + ", at " + others.joined(separator: ", ")
    }
}

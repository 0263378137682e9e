import Definitions
import Domain

/// *Kleinste gebieden*: the areas of which every region of a table is a sum.
///
/// Municipalities, and what is known only to lie in some larger regions: a municipality that was
/// divided over several lies in their province and in no municipality.
struct AreaAtoms {
    /// A name for each area, the same in every release.
    let names: [String]
    /// For each area the rows of the regions it lies in.
    let regions: [[Int32]]
    /// For each area the rows whose counts, added and taken away, give its own.
    let recipe: [[(row: Int32, sign: Int64)]]

    /// The areas of a table, by the reference.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - reference: where municipalities lie, and have lain.
    /// - Throws: ``UniverseError/areas(indicator:geography:)``.
    init(_ table: CellTable, _ reference: RegionReference) throws(UniverseError) {
        let rows = Dictionary(uniqueKeysWithValues: table.regions.enumerated().map { ($1, $0) })
        let geographies = Set(table.regions.map(\.geography))
        guard geographies.contains(.municipality) else {
            self = try AreaAtoms(without: table, geographies)
            return
        }
        let year = table.notes["boundaries"].flatMap { Int($0) } ?? reference.referenceYear
        var seen = Set<[Int32]>()
        var atoms: [(name: String, regions: [Int32])] = []
        func add(_ name: String, _ placement: [Geography: String]) {
            let own = Geography.allCases.filter { geographies.contains($0) }.compactMap {
                geography -> Int32? in
                let code =
                    geography == .country
                    ? RegionReference.country : placement[geography] ?? "U"
                let region = CellTable.Region(geography: geography, code: code)
                return rows[region].map { Int32($0) }
            }
            if seen.insert(own).inserted { atoms.append((name, own)) }
        }
        for code in reference.knownCodes where reference.exists(code, in: year) {
            add(code, reference.placement(of: code, boundaries: year))
        }
        let known = atoms.count
        for code in reference.knownCodes where !reference.exists(code, in: year) {
            add("part of \(code)", reference.placement(of: code, boundaries: year))
        }
        add("U", [:])
        let solved = try AreaAtoms.solve(atoms.map(\.regions), known: known, table)
        names = atoms.map(\.name)
        regions = atoms.map(\.regions)
        recipe = solved
    }

    /// The areas of a table that has no municipalities: its one division of the country.
    private init(without table: CellTable, _ geographies: Set<Geography>) throws(UniverseError) {
        let inner = geographies.subtracting([.country])
        guard inner.count <= 1 else {
            let named = inner.map(\.rawValue).sorted().joined(separator: ", ")
            throw .areas(indicator: table.indicator, geography: named)
        }
        let country = table.regions.indices.filter { table.regions[$0].geography == .country }
        let own = table.regions.indices.filter { table.regions[$0].geography != .country }
        let leaves = own.isEmpty ? country : own
        names = leaves.map { "\(table.regions[$0].geography.rawValue) \(table.regions[$0].code)" }
        regions = leaves.map { row in
            own.isEmpty ? [Int32(row)] : ([row] + country).map { Int32($0) }
        }
        recipe = leaves.map { [(row: Int32($0), sign: Int64(1))] }
    }

    /// How the count of each area follows from those of the regions: municipalities from their own
    /// row, the rest from what a larger region has beyond the areas already known.
    private static func solve(
        _ atoms: [[Int32]],
        known: Int,
        _ table: CellTable
    ) throws(UniverseError) -> [[(row: Int32, sign: Int64)]] {
        var recipes = [[(row: Int32, sign: Int64)]?](repeating: nil, count: atoms.count)
        for atom in 0..<known {
            let own = atoms[atom].first { table.regions[Int($0)].geography == .municipality }
            recipes[atom] = own.map { [(row: $0, sign: Int64(1))] }
        }
        var isMoving = true
        while isMoving {
            isMoving = false
            for atom in atoms.indices where recipes[atom] == nil {
                for row in atoms[atom] {
                    let others = atoms.indices.filter { $0 != atom && atoms[$0].contains(row) }
                    guard others.allSatisfy({ recipes[$0] != nil }) else { continue }
                    var terms: [(row: Int32, sign: Int64)] = [(row: row, sign: Int64(1))]
                    for other in others {
                        terms += (recipes[other] ?? []).map { ($0.row, -$0.sign) }
                    }
                    recipes[atom] = terms
                    isMoving = true
                    break
                }
            }
        }
        guard recipes.allSatisfy({ $0 != nil }) else {
            throw .areas(indicator: table.indicator, geography: Geography.municipality.rawValue)
        }
        return recipes.compactMap(\.self)
    }
}

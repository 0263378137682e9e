import Domain

/// Finds everything that adds up in a system of linked tables.
struct RelationFinder {
    let purpose: TableReader.Purpose

    /// The branches of one dimension as places.
    private struct Branch {
        let parent: Int
        let children: [Int]
    }

    /// Adds the relations, and the cells that only relations name.
    func find(in tables: inout LinkedTables) throws(TableError) {
        let structure = tables.structure
        let branches = structure.dimensions.indices.map { self.branches(of: $0, in: tables) }
        if purpose == .attack { closeUpwards(branches, &tables) }
        let radices = tables.codes.map(\.count)
        // A list that grows while it is walked: relations can name cells that others run over.
        for (dimension, own) in branches.enumerated()
        where structure.dimensions[dimension].isAdditive {
            let step = UInt64(radices[(dimension + 1)...].reduce(1, *))
            for branch in own {
                try find(branch, dimension, step, radices, &tables)
            }
        }
        for relation in structure.extraRelations { try add(relation, to: &tables) }
    }

    /// The branches of a dimension: those of its hierarchies, or all codes under the total.
    private func branches(of dimension: Int, in tables: LinkedTables) -> [Branch] {
        let definition = tables.structure.dimensions[dimension]
        let codes = tables.codes[dimension]
        guard definition.isAdditive else { return [] }
        guard !definition.hierarchies.isEmpty else {
            return codes.count < 2 ? [] : [Branch(parent: 0, children: Array(1..<codes.count))]
        }
        let places = Dictionary(zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
        let unused = purpose == .protection ? unusedSums(of: dimension, in: tables) : []
        var seen: Set<[Int]> = []
        var found: [Branch] = []
        for hierarchy in definition.hierarchies {
            let below = Dictionary(
                hierarchy.branches.map { ($0.parent, $0.children) },
                uniquingKeysWith: { first, _ in first }
            )
            func used(_ codes: [String]) -> [String] {
                codes.flatMap { code in
                    unused.contains(code) ? used(below[code] ?? []) : [code]
                }
            }
            for branch in hierarchy.branches where !unused.contains(branch.parent) {
                guard let parent = places[branch.parent] else { continue }
                let children = used(branch.children).compactMap { places[$0] }
                // Two hierarchies that share a branch say it once.
                guard seen.insert([parent] + children.sorted()).inserted else { continue }
                found.append(Branch(parent: parent, children: children))
            }
        }
        return found
    }

    /// The sums, other than the total, that no table prints: their parts stand in for them.
    private func unusedSums(of dimension: Int, in tables: LinkedTables) -> Set<String> {
        let radices = tables.codes.map(\.count)
        let step = UInt64(radices[(dimension + 1)...].reduce(1, *))
        var isUsed = [Bool](repeating: false, count: radices[dimension])
        for key in tables.keys { isUsed[Int(key / step % UInt64(radices[dimension]))] = true }
        let definition = tables.structure.dimensions[dimension]
        let sums = Set(definition.hierarchies.flatMap(\.branches).map(\.parent))
        return Set(
            zip(tables.codes[dimension], isUsed).compactMap { code, isUsed in
                !isUsed && code != definition.total && sums.contains(code) ? code : nil
            }
        )
    }

    /// Makes the totals that are not printed but stand above printed parts, up to the top.
    private func closeUpwards(_ branches: [[Branch]], _ tables: inout LinkedTables) {
        let radices = tables.codes.map(\.count)
        for (dimension, own) in branches.enumerated() {
            let step = UInt64(radices[(dimension + 1)...].reduce(1, *))
            var parents = [[Int]](repeating: [], count: radices[dimension])
            for branch in own {
                for child in branch.children { parents[child].append(branch.parent) }
            }
            var cell = 0
            while cell < tables.cells.count {
                let key = tables.keys[cell]
                let place = Int(key / step % UInt64(radices[dimension]))
                for parent in parents[place] {
                    let above = key - UInt64(place) * step + UInt64(parent) * step
                    if tables.indexOfKey[above] == nil {
                        tables.add(TableCell(.absent), key: above)
                    }
                }
                cell += 1
            }
        }
    }

    private func find(
        _ branch: Branch,
        _ dimension: Int,
        _ step: UInt64,
        _ radices: [Int],
        _ tables: inout LinkedTables
    ) throws(TableError) {
        let radix = UInt64(radices[dimension])
        let children = branch.children
        var reported: Set<UInt64> = []
        for cell in 0..<tables.cells.count {
            let key = tables.keys[cell]
            let place = Int(key / step % radix)
            if place == branch.parent {
                let origin = key - UInt64(place) * step
                var parts: [Int32] = []
                parts.reserveCapacity(children.count)
                for child in children {
                    if let part = tables.indexOfKey[origin + UInt64(child) * step] {
                        parts.append(Int32(part))
                    }
                }
                guard !parts.isEmpty else { continue }
                if purpose == .attack, parts.count < children.count {
                    for child in children {
                        let key = origin + UInt64(child) * step
                        guard tables.indexOfKey[key] == nil else { continue }
                        tables.add(TableCell(.absent), key: key)
                        parts.append(Int32(tables.cells.count - 1))
                    }
                }
                tables.relations.append(sum: Int32(cell), parts: parts, along: dimension)
            } else if purpose == .protection, children.contains(place) {
                let above = key - UInt64(place) * step + UInt64(branch.parent) * step
                guard tables.indexOfKey[above] == nil, reported.insert(above).inserted else {
                    continue
                }
                var places = tables.places(of: cell)
                places[dimension] = branch.parent
                throw .missingTotal(
                    relation: tables.name(along: dimension, sum: places, parts: children)
                )
            }
        }
    }

    /// Adds a relation besides the hierarchies, once for each combination of the dimensions that
    /// it does not name.
    private func add(
        _ relation: TableStructure.ExtraRelation,
        to tables: inout LinkedTables
    ) throws(TableError) {
        let names = tables.structure.dimensions.map(\.name)
        let sides = [relation.sum] + relation.parts
        let named = Set(sides.flatMap(\.keys))
        var places: [[Int?]] = []
        for side in sides {
            var own = [Int?](repeating: nil, count: names.count)
            for (name, code) in side.sorted(by: { $0.key < $1.key }) {
                guard let dimension = names.firstIndex(of: name),
                    let place = tables.codes[dimension].firstIndex(of: code)
                else {
                    throw .malformedHierarchy(
                        place: "/extra_relations: \(name)=\(code)",
                        expected: "a dimension and a code that the tables have"
                    )
                }
                own[dimension] = place
            }
            // A dimension that another side names stands at its total here.
            for dimension in names.indices where named.contains(names[dimension]) {
                own[dimension] = own[dimension] ?? 0
            }
            places.append(own)
        }
        let radices = tables.codes.map(\.count)
        let count = tables.cells.count
        for cell in 0..<count {
            let own = tables.places(of: cell)
            guard zip(own, places[0]).allSatisfy({ $1 == nil || $0 == $1 }) else { continue }
            let parts = places.dropFirst().compactMap { part -> Int32? in
                let key = CellTable.pack(zip(own, part).map { $1 ?? $0 }, radices: radices)
                if let found = tables.indexOfKey[key] { return Int32(found) }
                guard purpose == .attack else { return nil }
                tables.add(TableCell(.absent), key: key)
                return Int32(tables.cells.count - 1)
            }
            tables.relations.append(sum: Int32(cell), parts: parts, along: nil)
        }
    }
}

extension TableStructure.Hierarchy {
    /// Checks that every code hangs under the total once.
    func check(of dimension: TableStructure.Dimension, number: Int) throws(TableError) {
        var parents: [String: String] = [:]
        for branch in branches {
            for child in branch.children {
                guard parents[child] == nil else {
                    throw .twoParents(dimension: dimension.name, hierarchy: number, code: child)
                }
                parents[child] = branch.parent
            }
        }
        for branch in branches {
            var ring = [branch.parent]
            while let last = ring.last, let parent = parents[last] {
                if let start = ring.firstIndex(of: parent) {
                    throw .cyclic(
                        dimension: dimension.name,
                        hierarchy: number,
                        ring: TableStructure.Hierarchy.turned(Array(ring[start...]))
                    )
                }
                ring.append(parent)
            }
            if ring.last != dimension.total,
                !branches.contains(where: { $0.parent == dimension.total })
            {
                throw .hierarchyWithoutTotal(dimension: dimension.name, hierarchy: number)
            }
            guard ring.last == dimension.total else {
                throw .unreached(
                    dimension: dimension.name,
                    hierarchy: number,
                    code: ring.last ?? branch.parent
                )
            }
        }
    }

    /// A ring from its first code in byte order, and that code again at its end.
    private static func turned(_ ring: [String]) -> [String] {
        let start =
            ring.indices.min { ring[$0].utf8.lexicographicallyPrecedes(ring[$1].utf8) } ?? 0
        // Found from child to parent; told from parent to child.
        let down = Array((ring[start...] + ring[..<start]).reversed())
        return [ring[start]] + down
    }
}

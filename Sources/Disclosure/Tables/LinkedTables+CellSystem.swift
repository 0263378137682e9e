extension LinkedTables {
    /// The system the attacker works on: the same cells under the same numbers.
    ///
    /// - Parameter knowledge: what is printed of each cell; by default what the files say.
    /// - Returns: the system, its relations in the order of ``relations``.
    public func system(_ knowledge: [CellKnowledge]? = nil) -> CellSystem {
        var system = CellSystem(labels: TableLabels(tables: self))
        system.reserve(
            cells: cells.count,
            relations: relations.count,
            terms: relations.terms.count
        )
        let kind: CellSystem.Kind = decimals > 0 ? .magnitude : .count
        for index in cells.indices {
            system.addCell(knowledge?[index] ?? cells[index].knowledge, kind: kind)
        }
        for index in 0..<relations.count {
            let terms = relations[index]
            system.addSum(
                of: terms.dropFirst().lazy.map { Int($0) },
                equals: Int(terms[terms.startIndex])
            )
        }
        return system
    }

    /// The relations along dimensions whose categories can harm, for group disclosure.
    public var sensitiveRelations: [Int] {
        (0..<relations.count).filter { index in
            relations.dimensions[index].map { structure.dimensions[$0].isSensitive } ?? false
        }
    }
}

/// The names of cells and relations, made when asked for.
struct TableLabels: CellLabels {
    let tables: LinkedTables

    func key(ofCell cell: Int) -> [String: String] {
        let places = tables.places(of: cell)
        return Dictionary(
            uniqueKeysWithValues: tables.structure.dimensions.indices.map {
                (tables.structure.dimensions[$0].name, tables.codes[$0][places[$0]])
            }
        )
    }

    func name(ofCell cell: Int) -> String { tables.name(of: cell) }

    func name(ofRelation relation: Int) -> String { tables.name(ofRelation: relation) }
}

/// Everything released of one definition and period, and what is about to be, as one system.
///
/// Each vintage has cells of its own with its own relations. For every cell that two vintages in
/// succession print there is a change, which an attacker wants to know just as well: that one child
/// came into a cell is a fact about that child.
struct VintageSystem {
    /// The vintages, oldest first; the last is the one to be released.
    let vintages: [(tables: LinkedTables, knowledge: [CellKnowledge])]

    /// The system, and names for its cells.
    func system() -> CellSystem {
        var firsts: [Int] = []
        var count = 0
        for vintage in vintages {
            firsts.append(count)
            count += vintage.tables.cells.count
        }
        var changes: [(earlier: Int, later: Int, vintage: Int)] = []
        for number in vintages.indices.dropFirst() {
            let before = vintages[number - 1].tables
            var cellOfName: [String: Int] = [:]
            for cell in 0..<before.printedCount { cellOfName[before.name(of: cell)] = cell }
            let now = vintages[number].tables
            for cell in 0..<now.printedCount {
                guard let old = cellOfName[now.name(of: cell)] else { continue }
                changes.append((firsts[number - 1] + old, firsts[number] + cell, number))
            }
        }
        var system = CellSystem(
            labels: VintageLabels(
                tables: vintages.map(\.tables),
                firsts: firsts,
                count: count,
                changes: changes.map { ($0.later, $0.vintage) }
            )
        )
        for (tables, knowledge) in vintages {
            for cell in tables.cells.indices { system.addCell(knowledge[cell]) }
        }
        for (number, vintage) in vintages.enumerated() {
            for index in 0..<vintage.tables.relations.count {
                let terms = vintage.tables.relations[index].map { firsts[number] + Int($0) }
                system.addSum(of: terms.dropFirst(), equals: terms[0])
            }
        }
        for change in changes {
            let cell = system.addCell(.absent, kind: .change)
            system.addRelation([
                (cell: change.earlier, coefficient: 1), (cell: cell, coefficient: 1),
                (cell: change.later, coefficient: -1),
            ])
        }
        return system
    }
}

/// Names of cells of several vintages.
struct VintageLabels: CellLabels {
    let tables: [LinkedTables]
    let firsts: [Int]
    let count: Int
    let changes: [(cell: Int, vintage: Int)]

    func key(ofCell cell: Int) -> [String: String] {
        if cell >= count {
            let change = changes[cell - count]
            var key = key(ofCell: change.cell)
            key["vintage"] = "\(change.vintage) → \(change.vintage + 1)"
            return key
        }
        let vintage = firsts.lastIndex { $0 <= cell } ?? 0
        var key = TableLabels(tables: tables[vintage]).key(ofCell: cell - firsts[vintage])
        key["vintage"] = "\(vintage + 1)"
        return key
    }

    func name(ofCell cell: Int) -> String {
        key(ofCell: cell).sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
            .joined(separator: ", ")
    }

    func name(ofRelation relation: Int) -> String {
        var rest = relation
        for (number, own) in tables.enumerated() {
            if rest < own.relations.count {
                return own.name(ofRelation: rest) + ", vintage=\(number + 1)"
            }
            rest -= own.relations.count
        }
        return "change of " + name(ofCell: count + rest)
    }
}

/// Tables of this release and, where there are any, of an earlier one, as one system.
///
/// The same key in two releases is two numbers, and their difference a third: what came or went.
/// Cells of this release come first, then those of the earlier one, then the differences.
public struct ReleasedTables: Sendable {
    /// The cells of both releases and their relations.
    public let system: CellSystem

    /// Puts two releases together.
    public init(now: LinkedTables, earlier: LinkedTables?) {
        guard let earlier else {
            system = now.system()
            return
        }
        let later = now.system()
        let before = earlier.system()
        var pairs: [(now: Int, earlier: Int)] = []
        // By codes: the two have their own numbering of cells and of codes.
        var places: [[String: String]: Int] = [:]
        for cell in 0..<earlier.printedCount { places[before.labels.key(ofCell: cell)] = cell }
        for cell in 0..<now.printedCount {
            if let other = places[later.labels.key(ofCell: cell)] { pairs.append((cell, other)) }
        }
        var system = CellSystem(
            labels: ReleaseLabels(
                now: later.labels,
                earlier: before.labels,
                counts: (later.cellCount, before.cellCount),
                relations: (later.relationCount, before.relationCount),
                changes: pairs.map(\.now)
            )
        )
        for (part, offset) in [(later, 0), (before, later.cellCount)] {
            for cell in 0..<part.cellCount {
                system.addCell(part.knowledge[cell], kind: part.kinds[cell])
            }
            for relation in 0..<part.relationCount {
                system.addRelation(
                    part.terms(of: relation).map {
                        (Int(part.cells[$0]) + offset, Int(part.coefficients[$0]))
                    }
                )
            }
        }
        for pair in pairs where later.kinds[pair.now] == .count {
            let change = system.addCell(.absent, kind: .change)
            system.addRelation([
                (later.cellCount + pair.earlier, 1), (change, 1), (pair.now, -1),
            ])
        }
        self.system = system
    }
}

/// The names of two releases: the key of the table, and `release` where it is not this one.
private struct ReleaseLabels: CellLabels {
    let now: any CellLabels
    let earlier: any CellLabels
    let counts: (Int, Int)
    let relations: (Int, Int)
    let changes: [Int]

    func key(ofCell cell: Int) -> [String: String] {
        if cell < counts.0 { return now.key(ofCell: cell) }
        if cell < counts.0 + counts.1 {
            return earlier.key(ofCell: cell - counts.0).merging(["release": "earlier"]) { $1 }
        }
        return now.key(ofCell: changes[cell - counts.0 - counts.1])
            .merging(["release": "change"]) { $1 }
    }

    func name(ofCell cell: Int) -> String {
        if cell < counts.0 { return now.name(ofCell: cell) }
        if cell < counts.0 + counts.1 {
            return earlier.name(ofCell: cell - counts.0) + ", release=earlier"
        }
        return now.name(ofCell: changes[cell - counts.0 - counts.1]) + ", release=change"
    }

    func name(ofRelation relation: Int) -> String {
        if relation < relations.0 { return now.name(ofRelation: relation) }
        if relation < relations.0 + relations.1 {
            return earlier.name(ofRelation: relation - relations.0) + ", release=earlier"
        }
        return name(ofCell: counts.0 + counts.1 + relation - relations.0 - relations.1)
    }
}

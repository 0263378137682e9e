/// The parts into which the cells that are not known fall: cells of different parts say nothing
/// about each other.
struct CellComponents: Sendable {
    /// A part: its cells and the relations that hold it together, each in ascending order.
    struct Part: Sendable {
        var cells: [Int] = []
        var relations: [Int] = []
    }

    /// The parts with at least one relation, in the order of their first cell.
    let parts: [Part]

    /// The parts over all relations.
    init(_ system: CellSystem, _ bounds: CellBounds) {
        self.init(system, bounds, relations: Array(0..<system.relationCount))
    }

    /// The parts over some relations, which stand in ascending order.
    init(_ system: CellSystem, _ bounds: CellBounds, relations: [Int]) {
        var parent = Array(0..<system.cellCount)
        func root(_ cell: Int) -> Int {
            var cell = cell
            while parent[cell] != cell {
                parent[cell] = parent[parent[cell]]
                cell = parent[cell]
            }
            return cell
        }
        var anchors = [Int](repeating: -1, count: system.relationCount)
        for relation in relations {
            for term in system.terms(of: relation) {
                let cell = Int(system.cells[term])
                guard !bounds.isKnown(cell) else { continue }
                if anchors[relation] < 0 {
                    anchors[relation] = cell
                } else {
                    let (one, other) = (root(anchors[relation]), root(cell))
                    parent[max(one, other)] = min(one, other)
                }
            }
        }
        var numbers = [Int](repeating: -1, count: system.cellCount)
        var parts: [Part] = []
        for relation in relations where anchors[relation] >= 0 {
            numbers[root(anchors[relation])] = 0
        }
        for cell in 0..<system.cellCount where !bounds.isKnown(cell) {
            let root = root(cell)
            guard numbers[root] >= 0 else { continue }
            if root == cell {
                numbers[root] = parts.count
                parts.append(Part())
            }
            parts[numbers[root]].cells.append(cell)
        }
        for relation in relations where anchors[relation] >= 0 {
            parts[numbers[root(anchors[relation])]].relations.append(relation)
        }
        self.parts = parts
    }
}

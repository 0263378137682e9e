/// Along which dimension each relation of a part adds up, and the choices of dimensions that make
/// pieces of a table.
///
/// All that is asked of a direction is that relations of the same one are alike; taking some out
/// leaves a sound, weaker system whatever they are.
struct RelationDirections {
    private let directions: [(relation: Int, direction: Int)]
    private let count: Int

    init(_ system: CellSystem, _ part: CellComponents.Part) {
        var numbers: [Set<String>: Int] = [:]
        var directions: [(relation: Int, direction: Int)] = []
        for relation in part.relations {
            let terms = system.terms(of: relation)
            guard let first = terms.first, let last = terms.last else { continue }
            let one = system.labels.key(ofCell: Int(system.cells[first]))
            let other = system.labels.key(ofCell: Int(system.cells[last]))
            let differing = Set(other.filter { one[$0.key] != $0.value }.keys)
            let number = numbers[differing] ?? numbers.count
            numbers[differing] = number
            directions.append((relation, number))
        }
        self.directions = directions
        count = numbers.count
    }

    /// The relations that are kept, for every choice of one direction or two to leave out.
    var selections: [[Int]] {
        guard count > 1 else { return [] }
        var left: [Set<Int>] = (0..<count).map { [$0] }
        if count > 2 {
            for one in 0..<count {
                for other in one + 1..<count { left.append([one, other]) }
            }
        }
        return left.map { out in
            directions.filter { !out.contains($0.direction) }.map(\.relation)
        }
    }
}

/// Cells, the relations between them, and what is printed about each: all that an outsider has.
///
/// Tables, hierarchies, linked tables and earlier releases all come down to this: unknown whole
/// numbers, relations Σ aᵢxᵢ = 0 with small whole coefficients, and for each cell what its printed
/// figure says. The attacker and the suppression work on this alone and know no dimensions.
///
/// By custom the parts of a sum carry +1 and its total −1, and the total comes last. A cell that
/// two tables share is one cell; cells of different releases are different cells.
public struct CellSystem: Sendable {
    /// What kind of number a cell holds.
    public enum Kind: UInt8, Sendable {
        /// A number of people or of things: whole and not negative.
        case count
        /// A quantity in the smallest printed unit: not negative, and not taken to be whole.
        case magnitude
        /// A difference of two counts: whole, and of either sign.
        case change
    }

    /// What is printed about each cell.
    public private(set) var knowledge: [CellKnowledge] = []

    /// The kind of each cell.
    public private(set) var kinds: [Kind] = []

    /// Where the terms of each relation start, and one place more: the end of the last.
    public private(set) var starts: [Int32] = [0]

    /// The cell of each term, relation after relation.
    public private(set) var cells: [Int32] = []

    /// The coefficient of each term; never zero.
    public private(set) var coefficients: [Int32] = []

    /// The names for messages and findings.
    public let labels: any CellLabels

    /// Creates a system without cells.
    public init(labels: any CellLabels) {
        self.labels = labels
    }

    /// The number of cells.
    public var cellCount: Int { knowledge.count }

    /// The number of relations.
    public var relationCount: Int { starts.count - 1 }

    /// Makes room for a number of cells, relations and terms.
    public mutating func reserve(cells: Int, relations: Int, terms: Int) {
        knowledge.reserveCapacity(cells)
        kinds.reserveCapacity(cells)
        starts.reserveCapacity(relations + 1)
        self.cells.reserveCapacity(terms)
        coefficients.reserveCapacity(terms)
    }

    /// Adds a cell and returns its number.
    @discardableResult
    public mutating func addCell(_ knowledge: CellKnowledge, kind: Kind = .count) -> Int {
        self.knowledge.append(knowledge)
        kinds.append(kind)
        return self.knowledge.count - 1
    }

    /// Says something else about a cell.
    public mutating func set(_ knowledge: CellKnowledge, of cell: Int) {
        self.knowledge[cell] = knowledge
    }

    /// Adds the relation that some cells add up to another, and returns its number.
    @discardableResult
    public mutating func addSum(of parts: some Sequence<Int>, equals total: Int) -> Int {
        for part in parts {
            cells.append(Int32(part))
            coefficients.append(1)
        }
        cells.append(Int32(total))
        coefficients.append(-1)
        starts.append(Int32(cells.count))
        return starts.count - 2
    }

    /// Adds a relation Σ aᵢxᵢ = 0 and returns its number; terms with coefficient zero are left out.
    @discardableResult
    public mutating func addRelation(_ terms: some Sequence<(cell: Int, coefficient: Int)>) -> Int {
        for term in terms where term.coefficient != 0 {
            cells.append(Int32(term.cell))
            coefficients.append(Int32(term.coefficient))
        }
        starts.append(Int32(cells.count))
        return starts.count - 2
    }

    /// The places of the terms of a relation in ``cells`` and ``coefficients``.
    public func terms(of relation: Int) -> Range<Int> {
        Int(starts[relation])..<Int(starts[relation + 1])
    }
}

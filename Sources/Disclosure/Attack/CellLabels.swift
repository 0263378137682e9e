/// What cells and relations are called in findings and refusals.
///
/// Names are made only when something is said about a cell, so that a large system need not hold
/// them.
public protocol CellLabels: Sendable {
    /// The key of a cell, one code to a dimension.
    func key(ofCell cell: Int) -> [String: String]

    /// The cell in a few words, for a message.
    func name(ofCell cell: Int) -> String

    /// The relation in a few words, for a message: the total, its parts, and where it holds.
    func name(ofRelation relation: Int) -> String
}

/// Names that are kept as they were given.
public struct GivenLabels: CellLabels {
    private let cells: [String]
    private let relations: [String]

    /// Creates names of cells and of relations, in the order in which these are numbered.
    public init(cells: [String], relations: [String] = []) {
        self.cells = cells
        self.relations = relations
    }

    /// The name, as the code of a dimension `cell`.
    public func key(ofCell cell: Int) -> [String: String] {
        ["cell": name(ofCell: cell)]
    }

    /// The given name, or the number where none was given.
    public func name(ofCell cell: Int) -> String {
        cell < cells.count ? cells[cell] : "\(cell)"
    }

    /// The given name, or the number where none was given.
    public func name(ofRelation relation: Int) -> String {
        relation < relations.count ? relations[relation] : "\(relation)"
    }
}

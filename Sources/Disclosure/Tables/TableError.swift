/// What is wrong with tables or a hierarchy given by a user; the run stops.
///
/// Names places and relations, never the number in a cell: that number may be a person's.
public enum TableError: Error, Equatable, Sendable {
    /// A file that is not UTF-8.
    case notUTF8(path: String)
    /// A hierarchy file that is no JSON, or has another form; the place within it and what was
    /// expected there.
    case malformedHierarchy(place: String, expected: String)
    /// A dimension without the name of its total.
    case noTotalNamed(dimension: String)
    /// A hierarchy in which the total of its dimension stands above nothing.
    case hierarchyWithoutTotal(dimension: String, hierarchy: Int)
    /// A code above itself; the codes of the ring in order.
    case cyclic(dimension: String, hierarchy: Int, ring: [String])
    /// A code with two parents in one hierarchy; a second hierarchy is meant for that.
    case twoParents(dimension: String, hierarchy: Int, code: String)
    /// A hierarchy with a code that does not hang under the total.
    case unreached(dimension: String, hierarchy: Int, code: String)
    /// A table without the column `value`, or without any row.
    case noValues(path: String)
    /// A column that is neither a dimension of the hierarchy nor one of the known columns.
    case unknownColumn(path: String, column: String, known: [String])
    /// A column that stands twice in the header.
    case repeatedColumn(path: String, column: String)
    /// A row with another number of fields than the header.
    case fieldCount(path: String, row: Int)
    /// A quote that is never closed.
    case openQuote(path: String, row: Int)
    /// A code that no hierarchy of its dimension knows.
    case unknownCode(path: String, row: Int, dimension: String)
    /// A field that should be a number, or a list of numbers.
    case malformedNumber(path: String, row: Int, column: String)
    /// A count below zero.
    case negative(path: String, row: Int, cell: String)
    /// A status that is not known.
    case unknownStatus(path: String, row: Int)
    /// A status without what belongs to it: `rounded` without base and mode, `interval` without
    /// bounds, `published` without a value.
    case incompleteStatus(path: String, row: Int, column: String)
    /// A cell that protection cannot start from, because it is not exact.
    case notExact(path: String, row: Int)
    /// A cell that stands twice in one file.
    case repeatedCell(path: String, row: Int, cell: String)
    /// A cell that differs between two files: the same key is the same number.
    case differsBetweenFiles(cell: String, first: String, second: String)
    /// A total that is not among the cells although its parts are.
    case missingTotal(relation: String)
    /// A total that its parts cannot add up to.
    case contradiction(relation: String, partsAreMore: Bool)
    /// A dimension whose parts keep adding up to more than its totals, so that units probably
    /// stand in several categories.
    case notAdditive(dimension: String, relation: String, broken: Int, checked: Int)
    /// A system with more possible cells than a key can hold.
    case tooLarge
}

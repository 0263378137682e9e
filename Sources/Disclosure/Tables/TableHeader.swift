/// The header of a table file: which column is what.
struct TableHeader {
    /// The number of columns.
    let count: Int
    /// The columns that are dimensions.
    let dimensions: [(column: Int, dimension: Int)]
    private let columns: [String: Int]

    init(_ fields: [String], path: String, dimensions names: [String]) throws(TableError) {
        count = fields.count
        var dimensions: [(column: Int, dimension: Int)] = []
        var columns: [String: Int] = [:]
        for (column, name) in fields.enumerated() {
            guard columns.updateValue(column, forKey: name) == nil else {
                throw .repeatedColumn(path: path, column: name)
            }
            if let dimension = names.firstIndex(of: name) {
                dimensions.append((column, dimension))
            } else if !TableReader.known.contains(name) {
                throw .unknownColumn(path: path, column: name, known: names + TableReader.known)
            }
        }
        guard columns["value"] != nil else { throw .noValues(path: path) }
        self.dimensions = dimensions
        self.columns = columns
    }

    /// The field of a row in a named column; empty where the file has no such column.
    func field(_ name: String, _ fields: [String]) -> String {
        columns[name].map { fields[$0] } ?? ""
    }
}

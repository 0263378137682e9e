/// *Verzameling*: rows of named values, as OData serves them; data and metadata alike.
struct EntitySet: Sendable {
    /// A property of every row.
    struct Column: Sendable {
        /// Where its values come from.
        enum Content: Sendable {
            /// A text out of a list; the place in the list for each row.
            case coded([String], @Sendable (Int) -> Int)
            /// A value for each row.
            case values(@Sendable (Int) -> ODataValue)
        }

        /// The name.
        let name: String
        /// Whether its values are numbers, for the sort of literal a filter compares it with.
        let isNumeric: Bool
        /// The values.
        let content: Content

        /// The value of a row.
        func value(_ row: Int) -> ODataValue {
            switch content {
            case .coded(let codes, let place): .text(codes[place(row)])
            case .values(let value): value(row)
            }
        }
    }

    /// The name, as `TypedDataSet`.
    let name: String
    /// The properties.
    let columns: [Column]
    /// The number of rows.
    let count: Int

    /// The place of a column by its name.
    func column(_ name: String) -> Int? {
        columns.firstIndex { $0.name == name }
    }
}

extension EntitySet {
    /// A small set from rows that are written out; the first row says which columns are numbers.
    init(name: String, columns names: [String], rows: [[ODataValue]]) {
        self.init(
            name: name,
            columns: names.enumerated().map { place, name in
                let isNumeric = rows.first.map { $0[place].number != nil } ?? false
                return Column(
                    name: name,
                    isNumeric: isNumeric,
                    content: .values { rows[$0][place] }
                )
            },
            count: rows.count
        )
    }
}

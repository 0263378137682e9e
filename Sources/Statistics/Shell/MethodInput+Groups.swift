/// The name of a group of rows; none when the table has no column `group`.
struct GroupName: Sendable, Equatable {
    let text: String?

    /// As it goes into a result.
    var labels: [String: JSONValue] { text.map { ["group": .string($0)] } ?? [:] }

    /// As it stands in a warning.
    var said: String { text.map { "Group \($0)" } ?? "The data" }
}

extension MethodInput {
    /// The `group` of a row as it goes into a result; nothing when there is no such column.
    func label(_ row: Int) throws(StatisticsError) -> [String: JSONValue] {
        guard table.has("group") else { return [:] }
        let label = try table.optionalTexts("group")[row]
        return ["group": label.map { .string($0) } ?? .string("")]
    }

    /// The rows of each group, groups in the order of their first row.
    ///
    /// Without a column `group` all rows are one group. Rows without a name are the group "".
    func groups(
        of table: DataTable? = nil,
        by column: String = "group"
    ) throws(StatisticsError) -> [(name: GroupName, rows: [Int])] {
        let table = table ?? self.table
        guard table.has(column) else {
            return [(GroupName(text: nil), Array(0..<table.count))]
        }
        var places: [String: Int] = [:]
        var groups: [(name: GroupName, rows: [Int])] = []
        for (row, cell) in try table.optionalTexts(column).enumerated() {
            let name = cell ?? ""
            if let place = places[name] {
                groups[place].rows.append(row)
            } else {
                places[name] = groups.count
                groups.append((GroupName(text: name), [row]))
            }
        }
        return groups
    }

    /// The numbers of a column, none below 0.
    func nonNegative(_ column: String) throws(StatisticsError) -> [Double] {
        let numbers = try table.numbers(column)
        for (row, number) in numbers.enumerated() where number < 0 {
            throw .outOfRange(row: row + 2, column: column, expected: "0 or more")
        }
        return numbers
    }
}

extension JSONValue {
    /// The object with more values by name.
    func adding(_ more: [String: JSONValue]) -> JSONValue {
        .object((asObject ?? [:]).merging(more) { _, new in new })
    }
}

extension MethodInput {
    /// The `group` of a row as it goes into a result; nothing when there is no such column.
    func label(_ row: Int) throws(StatisticsError) -> [String: JSONValue] {
        guard table.has("group") else { return [:] }
        let label = try table.optionalTexts("group")[row]
        return ["group": label.map { .string($0) } ?? .string("")]
    }
}

extension JSONValue {
    /// The object with more values by name.
    func adding(_ more: [String: JSONValue]) -> JSONValue {
        .object((asObject ?? [:]).merging(more) { _, new in new })
    }
}

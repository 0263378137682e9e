/// Writes a page of an entity set as JSON light.
struct ODataWriter {
    let dialect: ODataDialect
    /// The address of the metadata, for the context of the answer.
    let context: String

    /// The answer.
    ///
    /// - Parameters:
    ///   - set: the entity set.
    ///   - page: the rows of it.
    ///   - select: the columns wanted; `nil` for all.
    ///   - nextLink: the address of the next page.
    /// - Returns: the JSON as UTF-8.
    /// - Throws: ``ODataError`` where a selected column is not there.
    func body(
        _ set: EntitySet,
        _ page: ODataPage,
        select: [String]?,
        nextLink: String?
    ) throws(ODataError) -> [UInt8] {
        let columns = try selected(set, select)
        let prefix = dialect == .v3 ? "odata." : "@odata."
        var json = JSONText()
        let rows = rows(columns, page.rows)
        json.object { json in
            json.pair(prefix + (dialect == .v3 ? "metadata" : "context"), context)
            if let total = page.total {
                json.name(prefix + "count")
                // Version 3 writes the count as a text, because it is 64 bits wide.
                if dialect == .v3 {
                    json.string(String(total))
                } else {
                    json.literal(String(total))
                }
            }
            json.name("value")
            json.raw(rows)
            if let nextLink { json.pair(prefix + "nextLink", nextLink) }
        }
        return json.bytes
    }

    /// The first row as an object of its own, for what there is only one of.
    func single(_ set: EntitySet, select: [String]?) throws(ODataError) -> [UInt8] {
        let columns = try selected(set, select)
        var json = JSONText()
        json.object { json in
            json.pair("@odata.context", context)
            for column in columns {
                json.name(column.name)
                var value: [UInt8] = []
                column.value(0).append(to: &value)
                json.raw(value)
            }
        }
        return json.bytes
    }

    private func selected(
        _ set: EntitySet,
        _ select: [String]?
    ) throws(ODataError) -> [EntitySet.Column] {
        guard let select else { return set.columns }
        var columns: [EntitySet.Column] = []
        for name in select {
            guard let place = set.column(name) else { throw .unknownColumn(option: "$select") }
            columns.append(set.columns[place])
        }
        return columns
    }

    private func rows(_ columns: [EntitySet.Column], _ rows: [Int]) -> [UInt8] {
        // The name of each column and every code are encoded once.
        let names = columns.enumerated().map { number, column -> [UInt8] in
            var name: [UInt8] = [number == 0 ? UInt8(ascii: "{") : UInt8(ascii: ",")]
            JSONText.append(column.name, to: &name)
            name.append(UInt8(ascii: ":"))
            return name
        }
        let codes = columns.map { column -> [[UInt8]] in
            guard case .coded(let codes, _) = column.content else { return [] }
            return codes.map { code in
                var encoded: [UInt8] = []
                JSONText.append(code, to: &encoded)
                return encoded
            }
        }
        var bytes: [UInt8] = [UInt8(ascii: "[")]
        bytes.reserveCapacity(rows.count * columns.count * 24)
        for (number, row) in rows.enumerated() {
            if number > 0 { bytes.append(UInt8(ascii: ",")) }
            for (place, column) in columns.enumerated() {
                bytes.append(contentsOf: names[place])
                switch column.content {
                case .coded(_, let code): bytes.append(contentsOf: codes[place][code(row)])
                case .values(let value): value(row).append(to: &bytes)
                }
            }
            bytes.append(UInt8(ascii: "}"))
        }
        bytes.append(UInt8(ascii: "]"))
        return bytes
    }
}

import Foundation

extension TableStructure {
    /// Reads the JSON form of a hierarchy.
    ///
    ///     {"dimensions": {"region": {"total": "Total", "hierarchies": [{"Total": ["A", "B"]}]}},
    ///      "extra_relations": [{"sum": [{"topic": "begin"}, {"topic": "in"}],
    ///                           "equals": {"topic": "out_plus_end"}}]}
    ///
    /// - Throws: ``TableError`` that names the place in the file and what was expected there.
    public init(json: [UInt8]) throws(TableError) {
        let parsed: Any
        do {
            parsed = try JSONSerialization.jsonObject(with: Data(json))
        } catch {
            throw .malformedHierarchy(place: "/", expected: "JSON")
        }
        let root = try JSONPlace(parsed, "").object()
        let known: Set = ["dimensions", "extra_relations"]
        if let stranger = root.keys.sorted().first(where: { !known.contains($0) }) {
            throw .malformedHierarchy(
                place: "/" + stranger,
                expected: "dimensions, extra_relations"
            )
        }
        guard let named = root["dimensions"] else {
            throw .malformedHierarchy(place: "/dimensions", expected: "an object")
        }
        var dimensions: [Dimension] = []
        for (name, place) in try named.object().sorted(by: { $0.key < $1.key }) {
            dimensions.append(try TableStructure.dimension(name, place))
        }
        var relations: [ExtraRelation] = []
        for place in try root["extra_relations"]?.list() ?? [] {
            let relation = try place.object()
            guard let parts = relation["sum"], let sum = relation["equals"] else {
                throw .malformedHierarchy(place: place.path, expected: "sum, equals")
            }
            var cells: [[String: String]] = []
            for part in try parts.list() { cells.append(try TableStructure.cell(part)) }
            relations.append(ExtraRelation(parts: cells, sum: try TableStructure.cell(sum)))
        }
        try self.init(dimensions: dimensions, extraRelations: relations)
    }

    private static func dimension(
        _ name: String,
        _ place: JSONPlace
    ) throws(TableError) -> Dimension {
        let fields = try place.object()
        let known: Set = ["total", "sensitive", "additive", "hierarchies"]
        if let stranger = fields.keys.sorted().first(where: { !known.contains($0) }) {
            throw .malformedHierarchy(
                place: "\(place.path)/\(stranger)",
                expected: "additive, hierarchies, sensitive, total"
            )
        }
        guard let total = fields["total"] else { throw .noTotalNamed(dimension: name) }
        var hierarchies: [Hierarchy] = []
        for hierarchy in try fields["hierarchies"]?.list() ?? [] {
            var branches: [Hierarchy.Branch] = []
            for (parent, children) in try hierarchy.object() {
                var codes: [String] = []
                for child in try children.list() { codes.append(try child.text()) }
                branches.append(Hierarchy.Branch(parent: parent, children: codes))
            }
            hierarchies.append(Hierarchy(branches))
        }
        return Dimension(
            name: name,
            total: try total.text(),
            isSensitive: try fields["sensitive"]?.flag() ?? false,
            isAdditive: try fields["additive"]?.flag() ?? true,
            hierarchies: hierarchies
        )
    }

    private static func cell(_ place: JSONPlace) throws(TableError) -> [String: String] {
        var codes: [String: String] = [:]
        for (name, code) in try place.object() { codes[name] = try code.text() }
        return codes
    }
}

/// A value in a JSON file with the way to it, so that a refusal can name it.
private struct JSONPlace {
    let value: Any
    let path: String

    init(_ value: Any, _ path: String) {
        self.value = value
        self.path = path
    }

    func object() throws(TableError) -> [String: JSONPlace] {
        guard let object = value as? [String: Any] else {
            throw .malformedHierarchy(place: path.isEmpty ? "/" : path, expected: "an object")
        }
        return Dictionary(
            uniqueKeysWithValues: object.map { ($0.key, JSONPlace($0.value, "\(path)/\($0.key)")) }
        )
    }

    func list() throws(TableError) -> [JSONPlace] {
        guard let list = value as? [Any] else {
            throw .malformedHierarchy(place: path, expected: "a list")
        }
        return list.enumerated().map { JSONPlace($1, "\(path)/\($0)") }
    }

    func text() throws(TableError) -> String {
        guard let text = value as? String else {
            throw .malformedHierarchy(place: path, expected: "a text")
        }
        return text
    }

    func flag() throws(TableError) -> Bool {
        guard let flag = value as? Bool else {
            throw .malformedHierarchy(place: path, expected: "true or false")
        }
        return flag
    }
}

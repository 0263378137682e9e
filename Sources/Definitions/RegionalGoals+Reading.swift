import Domain
public import FoundationEssentials

extension RegionalGoals {
    /// Reads the goals of a region and holds them against the indicators.
    ///
    /// - Throws: ``DefinitionError`` naming file, line, what was found and what was expected.
    public static func read(
        from url: URL,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> RegionalGoals {
        let folder = DefinitionFolder(url: url.deletingLastPathComponent())
        return try goals(folder.yaml(url.lastPathComponent), definitions)
    }

    /// Reads goals from the text of a YAML file.
    public static func read(
        _ text: String,
        file: String,
        against definitions: DefinitionSet
    ) throws(DefinitionError) -> RegionalGoals {
        try goals(YAMLFile.parse(text, file: file), definitions)
    }

    private static func goals(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> RegionalGoals {
        let reader = try value.record(keys: ["title", "source", "regions", "goals"])
        var goals: [Goal] = []
        for item in try reader.required("goals").list(expected: "a list of goals") {
            let goal = try self.goal(item, definitions)
            guard !goals.contains(where: { $0.id == goal.id }) else {
                throw item.mistake(found: "a second goal `\(goal.id)`", expected: "one of each id")
            }
            goals.append(goal)
        }
        return RegionalGoals(
            title: try reader.required("title").localized(),
            source: try reader.required("source").localized(),
            regions: try reader.required("regions").texts(expected: "codes of regions"),
            goals: goals
        )
    }

    private static func goal(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> Goal {
        let reader = try value.record(keys: ["id", "title", "decided", "by", "figure"])
        let decided = try reader.required("decided").day()
        let last = try reader.required("by")
        let by = try last.day()
        guard decided < by else {
            throw last.mistake(
                found: "a last day that does not come after the day of the decision",
                expected: "a later day"
            )
        }
        return Goal(
            id: try reader.required("id").text(),
            title: try reader.required("title").localized(),
            decided: decided,
            by: by,
            figure: try reader.optional("figure").map {
                value throws(DefinitionError) in
                try figure(value, definitions)
            }
        )
    }

    private static func figure(
        _ value: RecordValue,
        _ definitions: DefinitionSet
    ) throws(DefinitionError) -> Figure {
        let reader = try value.record(keys: ["indicator", "measure", "codes", "wanted", "value"])
        let name = try reader.required("indicator")
        guard let indicator = definitions.indicators[try name.text()] else {
            throw name.mistake(
                found: "the indicator \(name.described), which does not exist",
                expected: "one of " + definitions.indicators.keys.sorted().joined(separator: ", ")
            )
        }
        let measure = try reader.required("measure")
        let measures = indicator.measures.map(\.name)
        guard measures.contains(try measure.text()) else {
            throw measure.mistake(
                found: "the measure \(measure.described), which \(indicator.id) does not have",
                expected: "one of " + measures.joined(separator: ", ")
            )
        }
        return Figure(
            indicator: indicator.id,
            measure: try measure.text(),
            codes: try codes(reader.optional("codes")),
            wanted: try reader.required("wanted").choice(Wanted.self),
            value: try reader.required("value").decimal()
        )
    }

    /// The codes by dimension; the release says whether it has such a place.
    private static func codes(_ value: RecordValue?) throws(DefinitionError) -> [String: String] {
        guard let value else { return [:] }
        guard case .record(let pairs) = value.content else {
            throw value.mistake(
                found: value.described,
                expected: "a code for each dimension, as `referrer: \"04\"`"
            )
        }
        var codes: [String: String] = [:]
        for (key, code) in pairs {
            codes[try key.text(expected: "a dimension")] = try code.text(expected: "a code")
        }
        return codes
    }
}

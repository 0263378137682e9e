import Domain

/// Reads the folder `weighing`: criteria, versions of the scores, and candidates.
struct WeighingLoader {
    let folder: DefinitionFolder

    private static let file = "weighing/framework.yaml"

    func load() throws(DefinitionError) -> WeighingFramework {
        let reader = try folder.yaml(WeighingLoader.file).record(keys: [
            "criteria", "marks", "rule", "versions",
        ])
        let criteria = try criteria(of: reader.required("criteria"))
        let rule = try reader.required("rule").record(keys: ["criteria", "text"])
        var places: [Int] = []
        for item in try rule.required("criteria").list() {
            guard let place = criteria.firstIndex(where: { item.isText($0.id) }) else {
                throw item.mistake(
                    found: "the criterion \(item.described)",
                    expected: "one of " + criteria.map { "`\($0.id)`" }.joined(separator: ", ")
                )
            }
            places.append(place)
        }
        let versions = try versions(of: reader.required("versions"), criteria: criteria)
        let framework = WeighingFramework(
            criteria: criteria,
            marks: try marks(of: reader.required("marks")),
            ruleCriteria: places,
            ruleText: try rule.required("text").localized(),
            versions: versions,
            candidates: []
        )
        return WeighingFramework(
            criteria: framework.criteria,
            marks: framework.marks,
            ruleCriteria: framework.ruleCriteria,
            ruleText: framework.ruleText,
            versions: framework.versions,
            candidates: try CandidateLoader(folder: folder, framework: framework).load()
        )
    }

    private func criteria(
        of value: RecordValue
    ) throws(DefinitionError) -> [WeighingFramework.Criterion] {
        try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["id", "title", "legend"])
            return WeighingFramework.Criterion(
                id: try reader.required("id").text(),
                title: try reader.required("title").localized(),
                legend: try reader.required("legend").localized()
            )
        }
    }

    private func marks(
        of value: RecordValue
    ) throws(DefinitionError) -> [WeighingScore: LocalizedText] {
        var marks: [WeighingScore: LocalizedText] = [:]
        for item in try value.list() {
            let reader = try item.record(keys: ["mark", "title"])
            marks[try reader.required("mark").choice(WeighingScore.self)] =
                try reader.required("title").localized()
        }
        for score in WeighingScore.allCases where marks[score] == nil {
            throw value.mistake(found: "no mark `\(score.rawValue)`", expected: "every mark")
        }
        return marks
    }

    private func versions(
        of value: RecordValue,
        criteria: [WeighingFramework.Criterion]
    ) throws(DefinitionError) -> [WeighingFramework.Version] {
        var versions: [WeighingFramework.Version] = []
        for item in try value.list() {
            let reader = try item.record(keys: [
                "version", "published", "rows", "scorer", "source",
            ])
            let number = try reader.required("version").number(in: 1...999)
            guard number == (versions.last?.number ?? 0) + 1 else {
                throw try reader.required("version").mistake(
                    found: "version \(number) behind version \(versions.last?.number ?? 0)",
                    expected: "version \((versions.last?.number ?? 0) + 1)"
                )
            }
            versions.append(
                WeighingFramework.Version(
                    number: number,
                    published: try reader.required("published").text(),
                    scorer: try reader.required("scorer").localized(),
                    source: try reader.required("source").localized(),
                    rows: try WeighingRowLoader(
                        folder: folder,
                        criteria: criteria.map(\.id),
                        earlier: versions.last
                    ).rows(in: "weighing/" + reader.required("rows").text())
                )
            )
        }
        guard !versions.isEmpty else {
            throw value.mistake(found: "no version", expected: "at least one")
        }
        return versions
    }
}

extension RecordValue {
    /// The text, when it is one.
    var plain: String? {
        guard case .text(let text) = content else { return nil }
        return text
    }

    /// Whether it is this text.
    func isText(_ text: String) -> Bool { plain == text }
}

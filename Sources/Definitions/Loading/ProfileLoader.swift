import Domain

/// Reads `profiles/<id>.yaml`.
struct ProfileLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> [String: DisclosureProfile] {
        var profiles: [String: DisclosureProfile] = [:]
        for file in try folder.files(in: "profiles", extension: "yaml") {
            let reader = try folder.yaml(file).record(keys: [
                "id", "title", "method", "threshold", "rounding-base", "symbol", "rules", "leaky",
                "uncertain", "notice", "source",
            ])
            let id = try reader.identity(of: file)
            profiles[id] = DisclosureProfile(
                id: id,
                title: try reader.required("title").localized(),
                method: try reader.required("method").choice(DisclosureProfile.Method.self),
                threshold: try reader.required("threshold").number(in: 1...1000),
                roundingBase: try reader.required("rounding-base").number(in: 1...1000),
                symbol: try reader.required("symbol").text(),
                rules: try rules(reader.required("rules")),
                uncertainties: try reader.optional("uncertain")?.list().map {
                    item throws(DefinitionError) in try item.localized()
                } ?? [],
                isLeaky: try reader.required("leaky").flag(),
                notice: try reader.required("notice").localized(),
                source: try reader.required("source").localized()
            )
        }
        return profiles
    }

    /// The rule for every kind of figure; none may be left out.
    private func rules(
        _ value: RecordValue
    ) throws(DefinitionError) -> [DisclosureProfile.Figure: DisclosureProfile.FigureRule] {
        let reader = try value.record(keys: DisclosureProfile.Figure.allCases.map(\.rawValue))
        var rules: [DisclosureProfile.Figure: DisclosureProfile.FigureRule] = [:]
        for figure in DisclosureProfile.Figure.allCases {
            let rule = try reader.required(figure.rawValue).record(keys: [
                "decision", "minimum", "reason",
            ])
            let decision = try rule.required("decision").choice(
                DisclosureProfile.FigureRule.Decision.self
            )
            let minimum = try rule.optional("minimum")?.number(in: 1...1_000_000)
            guard decision != .withCount || minimum != nil else {
                throw rule.whole.mistake(found: "no key `minimum`", expected: "one")
            }
            rules[figure] = DisclosureProfile.FigureRule(
                decision: decision,
                minimum: minimum,
                reason: try rule.required("reason").localized()
            )
        }
        return rules
    }
}

extension RecordReader {
    /// The id of a record that has a file of its own, which carries its name.
    func identity(of file: String) throws(DefinitionError) -> String {
        let id = try required("id")
        let expected = DefinitionFolder.stem(file)
        guard try id.text() == expected else {
            throw id.mistake(found: id.described, expected: "`\(expected)`, as the file is called")
        }
        return expected
    }
}

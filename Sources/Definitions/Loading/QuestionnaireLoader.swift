import Domain

/// Reads `questionnaires/<id>.yaml`.
struct QuestionnaireLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> [String: Questionnaire] {
        var found: [String: Questionnaire] = [:]
        for file in try folder.files(in: "questionnaires", extension: "yaml") {
            let questionnaire = try QuestionnaireLoader.questionnaire(folder.yaml(file), file)
            found[questionnaire.id] = questionnaire
        }
        return found
    }

    static func questionnaire(
        _ value: RecordValue,
        _ file: String
    ) throws(DefinitionError) -> Questionnaire {
        let reader = try value.record(keys: [
            "id", "version", "title", "reference", "licence", "direction", "items", "norms",
        ])
        return Questionnaire(
            id: try reader.identity(of: file),
            version: try reader.required("version").number(in: 1...9999),
            title: try reader.required("title").localized(),
            reference: try reader.required("reference").localized(),
            licence: try reader.required("licence").choice(Questionnaire.Licence.self),
            direction: try reader.required("direction").choice(Questionnaire.Direction.self),
            items: try items(reader.optional("items")),
            norms: try norms(reader.required("norms"))
        )
    }

    private static func items(_ value: RecordValue?) throws(DefinitionError) -> Questionnaire.Items?
    {
        guard let value else { return nil }
        let reader = try value.record(keys: [
            "number", "lowest", "highest", "reversed", "most-missing", "score",
        ])
        let number = try reader.required("number").number(in: 1...500)
        let lowest = try reader.required("lowest").number(in: -100...100)
        var reversed: [Int] = []
        for item in try reader.optional("reversed")?.list() ?? [] {
            let place = try item.number(in: 1...number)
            guard !reversed.contains(place) else {
                throw item.mistake(found: "the item \(place) more than once", expected: "it once")
            }
            reversed.append(place)
        }
        return Questionnaire.Items(
            number: number,
            lowest: lowest,
            highest: try reader.required("highest").number(in: lowest + 1...1000),
            reversed: reversed.sorted(),
            mostMissing: try reader.required("most-missing").number(in: 0...number - 1),
            score: try reader.required("score").choice(Questionnaire.Score.self)
        )
    }

    private static func norms(_ value: RecordValue) throws(DefinitionError) -> [Questionnaire.Norm]
    {
        var norms: [Questionnaire.Norm] = []
        for item in try value.list() {
            let reader = try item.record(keys: [
                "population", "mean", "deviation", "reliability", "source",
            ])
            let population = try reader.required("population")
                .choice(Questionnaire.Norm.Population.self)
            guard !norms.contains(where: { $0.population == population }) else {
                throw item.mistake(
                    found: "two norms of the population `\(population.rawValue)`",
                    expected: "one of each population"
                )
            }
            let deviation = try reader.required("deviation")
            let spread = try deviation.decimal()
            guard spread > 0 else {
                throw deviation.mistake(found: deviation.described, expected: "a number above 0")
            }
            norms.append(
                Questionnaire.Norm(
                    population: population,
                    mean: try reader.required("mean").decimal(),
                    deviation: spread,
                    reliability: try reader.required("reliability").share(below: 1),
                    source: try reader.required("source").localized()
                )
            )
        }
        return norms
    }
}

extension Questionnaire {
    /// Reads a questionnaire from the text of a YAML file called `<id>.yaml`.
    ///
    /// - Throws: ``DefinitionError`` naming file, line, what was found and what was expected.
    public static func read(
        _ text: String,
        file: String
    ) throws(DefinitionError) -> Questionnaire {
        try QuestionnaireLoader.questionnaire(YAMLFile.parse(text, file: file), file)
    }
}

import Domain

/// Reads `signal-words/<id>.yaml`.
struct SignalWordsLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> [String: SignalWords] {
        var lists: [String: SignalWords] = [:]
        for file in try folder.files(in: "signal-words", extension: "yaml") {
            let reader = try folder.yaml(file).record(keys: [
                "id", "version", "reference", "negations", "negation-window", "context-window",
                "concepts",
            ])
            let id = try reader.identity(of: file)
            var concepts: [SignalWords.Concept] = []
            for value in try reader.required("concepts").list() {
                let part = try value.record(keys: ["id", "title", "spellings", "context"])
                let name = try part.required("id").text()
                guard !concepts.contains(where: { $0.id == name }) else {
                    throw value.mistake(
                        found: "the concept `\(name)` more than once",
                        expected: "it once"
                    )
                }
                concepts.append(
                    SignalWords.Concept(
                        id: name,
                        title: try part.required("title").localized(),
                        spellings: try spellings(part.required("spellings")),
                        context: try part.optional("context").map(spellings) ?? []
                    )
                )
            }
            lists[id] = SignalWords(
                id: id,
                version: try reader.required("version").number(in: 1...9999),
                reference: try reader.required("reference").localized(),
                negations: try spellings(reader.required("negations")),
                negationWindow: try reader.required("negation-window").number(in: 0...50),
                contextWindow: try reader.required("context-window").number(in: 1...50),
                concepts: concepts
            )
        }
        return lists
    }

    private func spellings(_ value: RecordValue) throws(DefinitionError) -> [String] {
        var found: [String] = []
        for item in try value.list() {
            let text = try item.text()
            let isPlain = text.utf8.enumerated().allSatisfy { place, byte in
                (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) || byte == 0x20
                    || (byte == 0x2A && place == text.utf8.count - 1)
            }
            guard isPlain, !found.contains(text) else {
                throw item.mistake(
                    found: item.described,
                    expected:
                        "small letters without accents, each spelling once; `*` at the end only"
                )
            }
            found.append(text)
        }
        return found
    }
}

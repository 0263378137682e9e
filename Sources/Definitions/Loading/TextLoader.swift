import Domain

/// Reads every file of the folder `texts` into one catalogue.
struct TextLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> TextCatalogue {
        var texts: [String: LocalizedText] = [:]
        for file in try folder.files(in: "texts", extension: "yaml") {
            let root = try folder.yaml(file)
            guard case .record(let pairs) = root.content else {
                throw root.mistake(found: root.described, expected: "texts by key")
            }
            for (key, value) in pairs {
                let name = try key.text(expected: "a key")
                guard texts[name] == nil else {
                    throw key.mistake(
                        found: "the key `\(name)`, which another file has too",
                        expected: "each key in one file"
                    )
                }
                texts[name] = try value.localized().withEqualPlaceholders(at: value)
            }
        }
        return TextCatalogue(texts: texts)
    }
}

import Domain

/// Reads `profiles/<id>.yaml`.
struct ProfileLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> [String: DisclosureProfile] {
        var profiles: [String: DisclosureProfile] = [:]
        for file in try folder.files(in: "profiles", extension: "yaml") {
            let reader = try folder.yaml(file).record(keys: [
                "id", "title", "threshold", "rounding-base", "leaky", "notice", "source",
            ])
            let id = try reader.identity(of: file)
            profiles[id] = DisclosureProfile(
                id: id,
                title: try reader.required("title").localized(),
                threshold: try reader.required("threshold").number(in: 1...1000),
                roundingBase: try reader.required("rounding-base").number(in: 1...1000),
                isLeaky: try reader.required("leaky").flag(),
                notice: try reader.required("notice").localized(),
                source: try reader.required("source").localized()
            )
        }
        return profiles
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

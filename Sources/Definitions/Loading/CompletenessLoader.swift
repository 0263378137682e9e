import Domain

/// Reads `completeness.yaml`.
struct CompletenessLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> Int {
        let reader = try folder.yaml("completeness.yaml").record(keys: ["least-percent"])
        return try reader.required("least-percent").number(in: 0...100)
    }
}

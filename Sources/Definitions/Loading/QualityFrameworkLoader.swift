/// Reads `weighing/quality-framework.yaml`.
struct QualityFrameworkLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> QualityFramework {
        let reader = try folder.yaml("weighing/quality-framework.yaml").record(keys: [
            "caveats", "items",
        ])
        var items: [QualityFramework.Item] = []
        for item in try reader.required("items").list() {
            let fields = try item.record(keys: ["id", "kind", "within", "title"])
            let within = fields.optional("within")
            if let within, !items.contains(where: { within.isText($0.id) && $0.kind == .count }) {
                throw within.mistake(
                    found: "\(within.described), which is no count above",
                    expected: "a count that stands above this one"
                )
            }
            items.append(
                QualityFramework.Item(
                    id: try fields.required("id").text(),
                    kind: try fields.required("kind").choice(QualityFramework.Item.Kind.self),
                    within: within?.plain,
                    title: try fields.required("title").localized()
                )
            )
        }
        return QualityFramework(
            caveats: try reader.required("caveats").localized(),
            items: items
        )
    }
}

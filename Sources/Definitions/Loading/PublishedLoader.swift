import Domain

/// Reads the folder `published`: per series a record and a table of figures.
struct PublishedLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> [PublishedSeries] {
        let order = try folder.yaml("published/order.yaml").list(expected: "a list of series")
        let files = try folder.files(in: "published", extension: "yaml")
            .filter { $0 != "published/order.yaml" }
        var series: [PublishedSeries] = []
        for item in order {
            let id = try item.text()
            guard files.contains("published/\(id).yaml"), !series.contains(where: { $0.id == id })
            else {
                throw item.mistake(
                    found: "the series `\(id)`",
                    expected: "each series that has a file in `published`, once"
                )
            }
            series.append(try self.series("published/\(id).yaml"))
        }
        for file in files where !series.contains(where: { "published/\($0.id).yaml" == file }) {
            throw DefinitionError(
                file: file,
                line: nil,
                found: "a series that published/order.yaml does not name",
                expected: "every series in that list"
            )
        }
        return series
    }

    private func series(_ file: String) throws(DefinitionError) -> PublishedSeries {
        let reader = try folder.yaml(file).record(keys: [
            "id", "title", "unit", "unit-label", "source", "table", "definition", "does-not-say",
            "caution", "items", "breaks",
        ])
        let id = try reader.identity(of: file)
        let items = try items(of: try reader.required("items"))
        let figures = try PublishedFigureLoader(folder: folder, items: items.map(\.code))
            .load("published/\(id).csv")
        return PublishedSeries(
            id: id,
            title: try reader.required("title").localized(),
            unit: try reader.required("unit").choice(UnitOfCount.self),
            unitLabel: try reader.required("unit-label").localized(),
            source: try reader.required("source").localized(),
            tableID: try reader.optional("table")?.text(),
            definition: try reader.required("definition").localized(),
            doesNotSay: try reader.required("does-not-say").localized(),
            caution: try reader.optional("caution")?.localized(),
            items: items,
            breaks: try breaks(of: reader.optional("breaks"), periods: figures.map(\.period)),
            figures: figures
        )
    }

    private func items(of value: RecordValue) throws(DefinitionError) -> [PublishedSeries.Item] {
        var items: [PublishedSeries.Item] = []
        for item in try value.list() {
            let reader = try item.record(keys: ["code", "label"])
            let code = try reader.required("code").text()
            guard !items.contains(where: { $0.code == code }) else {
                throw item.mistake(found: "the item `\(code)` more than once", expected: "it once")
            }
            items.append(
                PublishedSeries.Item(
                    code: code,
                    label: try reader.required("label").localized()
                )
            )
        }
        return items
    }

    private func breaks(
        of value: RecordValue?,
        periods: [String]
    ) throws(DefinitionError) -> [PublishedSeries.Break] {
        guard let value else { return [] }
        return try value.list().map { item throws(DefinitionError) in
            let reader = try item.record(keys: ["before", "reason"])
            let before = try reader.required("before")
            guard periods.contains(try before.text()) else {
                throw before.mistake(
                    found: "the period \(before.described)",
                    expected: "a period of the series"
                )
            }
            return PublishedSeries.Break(
                before: try before.text(),
                reason: try reader.required("reason").localized()
            )
        }
    }
}

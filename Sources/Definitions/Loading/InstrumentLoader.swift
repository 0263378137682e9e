import Domain

/// Reads `instruments/<id>.yaml`.
///
/// An item of the kind "was attention given" does not load, and the message gives the reason of
/// `privacy/rejected.yaml`; nor does free text, which could hold a name.
struct InstrumentLoader {
    let folder: DefinitionFolder
    let rejected: [RejectedItem]

    private static let itemKeys = [
        "id", "kind", "wording", "options", "anchors", "missing", "may-be-estimated", "if",
    ]
    private static let places = ["0", "25", "50", "75", "100"]

    func load() throws(DefinitionError) -> [String: Instrument] {
        var instruments: [String: Instrument] = [:]
        for file in try folder.files(in: "instruments", extension: "yaml") {
            let instrument = try instrument(try folder.yaml(file), file: file)
            instruments[instrument.id] = instrument
        }
        return instruments
    }

    private func instrument(
        _ value: RecordValue,
        file: String
    ) throws(DefinitionError) -> Instrument {
        let reader = try value.record(keys: ["id", "version", "title", "reference", "sections"])
        let id = try reader.identity(of: file)
        var known: [String: Instrument.Item] = [:]
        var sections: [Instrument.Section] = []
        for value in try reader.required("sections").list() {
            let section = try value.record(keys: ["id", "title", "items"])
            var items: [Instrument.Item] = []
            for value in try section.required("items").list() {
                let item = try item(value, after: known)
                known[item.id] = item
                items.append(item)
            }
            sections.append(
                Instrument.Section(
                    id: try section.required("id").text(),
                    title: try section.required("title").localized(),
                    items: items
                )
            )
        }
        return Instrument(
            id: id,
            version: try reader.required("version").number(in: 1...9999),
            title: try reader.required("title").localized(),
            reference: try reader.required("reference").localized(),
            sections: sections
        )
    }

    private func item(
        _ value: RecordValue,
        after known: [String: Instrument.Item]
    ) throws(DefinitionError) -> Instrument.Item {
        let reader = try value.record(keys: InstrumentLoader.itemKeys)
        let name = try reader.required("id")
        let id = try name.text()
        guard known[id] == nil else {
            throw name.mistake(found: "the item `\(id)` more than once", expected: "it once")
        }
        let wording = try reader.required("wording").localized()
        let options = try listed(reader.optional("options"))
        for text in [id, wording.nl, wording.en] + options.flatMap({ [$0.label.nl, $0.label.en] }) {
            for item in rejected where item.isAsked(in: text) {
                throw name.mistake(
                    found: "the item `\(id)`, of the rejected kind `\(item.id)`",
                    expected: "no such item: \(item.reason.en)"
                )
            }
        }
        let kindValue = try reader.required("kind")
        if try kindValue.text() == "text" {
            throw kindValue.mistake(
                found: "an item with free text",
                expected: "a choice, choices or a continuum: free text could hold a name"
            )
        }
        let kind = try kindValue.choice(Instrument.Item.Kind.self)
        let anchors = try listed(reader.optional("anchors"))
        guard (kind == .continuum) == (anchors.map(\.code) == InstrumentLoader.places) else {
            throw (reader.optional("anchors") ?? value).mistake(
                found: kind == .continuum
                    ? "anchors at \(anchors.map(\.code).joined(separator: ", "))"
                    : "anchors at a choice",
                expected: kind == .continuum
                    ? "five, at " + InstrumentLoader.places.joined(separator: ", ") : "options only"
            )
        }
        guard (kind == .continuum) == options.isEmpty, options.count != 1 else {
            throw (reader.optional("options") ?? value).mistake(
                found: "\(options.count) options",
                expected: kind == .continuum ? "anchors only" : "two or more"
            )
        }
        return Instrument.Item(
            id: id,
            kind: kind,
            wording: wording,
            options: options,
            anchors: anchors,
            missing: try allowed(reader.optional("missing")),
            mayBeEstimated: try reader.optional("may-be-estimated")?.flag() ?? false,
            condition: try condition(reader.optional("if"), after: known)
        )
    }

    private func listed(_ value: RecordValue?) throws(DefinitionError) -> [Instrument.Option] {
        var options: [Instrument.Option] = []
        for item in try value?.list() ?? [] {
            let reader = try item.record(keys: ["code", "nl", "en"])
            let code = try reader.required("code")
            let text = try code.text()
            guard !options.contains(where: { $0.code == text }), !text.contains(" ") else {
                throw code.mistake(
                    found: "the code `\(text)`",
                    expected: "one without blanks that occurs once"
                )
            }
            options.append(
                Instrument.Option(
                    code: text,
                    label: LocalizedText(
                        nl: try reader.required("nl").text(),
                        en: try reader.required("en").text()
                    )
                )
            )
        }
        return options
    }

    private func allowed(_ value: RecordValue?) throws(DefinitionError) -> [Instrument.Missing] {
        try (value?.list() ?? []).map { item throws(DefinitionError) in
            try item.choice(Instrument.Missing.self)
        }
    }

    private func condition(
        _ value: RecordValue?,
        after known: [String: Instrument.Item]
    ) throws(DefinitionError) -> Instrument.Condition? {
        guard let value else { return nil }
        let reader = try value.record(keys: ["item", "codes"])
        let name = try reader.required("item")
        guard let item = known[try name.text()], item.kind != .continuum else {
            throw name.mistake(
                found: "the item \(name.described) in a condition",
                expected: "a choice that stands earlier"
            )
        }
        let codes = try reader.required("codes")
        let texts = try codes.texts()
        guard !texts.isEmpty,
            texts.allSatisfy({ code in item.options.contains { $0.code == code } })
        else {
            throw codes.mistake(
                found: "the codes \(texts.joined(separator: ", ")) in a condition",
                expected: "codes of `\(item.id)`: "
                    + item.options.map(\.code).joined(separator: ", ")
            )
        }
        return Instrument.Condition(item: item.id, codes: texts)
    }
}

import Domain

/// Reads `open-data.yaml`.
struct OpenDataTermsLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> OpenDataTerms {
        let reader = try folder.yaml("open-data.yaml").record(keys: [
            "publisher", "publisher-address", "contact", "licence", "next-release", "changes",
        ])
        var changes: [OpenDataTerms.Change] = []
        for item in try reader.required("changes").list() {
            changes.append(try change(item))
        }
        return OpenDataTerms(
            publisher: try reader.required("publisher").localized(),
            publisherAddress: try address(reader.required("publisher-address"), ["https://"]),
            contact: try address(reader.required("contact"), ["https://", "mailto:"]),
            licence: try address(reader.required("licence"), ["https://"]),
            nextRelease: try reader.optional("next-release").map { value throws(DefinitionError) in
                try value.day()
            },
            changes: changes.sorted { $0.day > $1.day }
        )
    }

    private func change(_ item: RecordValue) throws(DefinitionError) -> OpenDataTerms.Change {
        let reader = try item.record(keys: ["subject", "day", "text"])
        return OpenDataTerms.Change(
            subject: try reader.optional("subject").map { value throws(DefinitionError) in
                try value.text()
            },
            day: try reader.required("day").day(),
            text: try reader.required("text").localized()
        )
    }

    private func address(
        _ value: RecordValue,
        _ beginnings: [String]
    ) throws(DefinitionError) -> String {
        let text = try value.text()
        guard beginnings.contains(where: text.hasPrefix) else {
            throw value.mistake(
                found: "no address",
                expected: "one that begins with \(beginnings.joined(separator: " or "))"
            )
        }
        return text
    }
}

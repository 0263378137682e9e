import Domain
public import FoundationEssentials

extension PermitRequest {
    private static let keys =
        [
            "kind", "purpose", "legal-ground", "elements", "sources", "indicators", "from", "until",
            "retention-years", "expires", "alternatives",
        ] + wordings

    /// Reads a request from a YAML file.
    ///
    /// - Throws: ``DefinitionError`` naming line, what was found and what was expected.
    public static func read(from url: URL) throws(DefinitionError) -> PermitRequest {
        let folder = DefinitionFolder(url: url.deletingLastPathComponent())
        return try request(of: folder.yaml(url.lastPathComponent))
    }

    /// Reads a request from the text of a YAML file.
    public static func read(_ text: String, file: String) throws(DefinitionError) -> PermitRequest {
        try request(of: YAMLFile.parse(text, file: file))
    }

    private static func request(of value: RecordValue) throws(DefinitionError) -> PermitRequest {
        let reader = try value.record(keys: keys)
        let from = try reader.required("from").halfYear()
        let until = try reader.required("until")
        let last = try until.halfYear()
        guard from <= last else {
            throw until.mistake(
                found: "an end in \(last) before the start in \(from)",
                expected: "half-years in their order"
            )
        }
        var answers: [String: String] = [:]
        for name in wordings { answers[name] = try reader.required(name).text() }
        var alternatives: [Alternative] = []
        for item in try reader.required("alternatives").list() {
            let alternative = try item.record(keys: ["row", "why-not"])
            alternatives.append(
                Alternative(
                    row: try alternative.required("row").number(in: 1...99),
                    whyNot: try alternative.required("why-not").text()
                )
            )
        }
        return PermitRequest(
            kind: try reader.required("kind").choice(Kind.self),
            purpose: try reader.required("purpose").text(),
            legalGround: try reader.required("legal-ground").text(),
            elements: try reader.required("elements").texts(),
            sources: try reader.required("sources").texts(),
            indicators: try reader.optional("indicators")?.texts() ?? [],
            from: from,
            until: last,
            retentionYears: try reader.required("retention-years").number(in: 1...50),
            expires: try reader.required("expires").day(),
            answers: answers,
            alternatives: alternatives
        )
    }

    /// The request as YAML, which reads back as the same.
    public var yaml: String {
        var lines = [
            "kind: \(kind.rawValue)", "from: \(from)", "until: \(until)",
            "retention-years: \(retentionYears)", "expires: \(PermitRequest.quoted("\(expires)"))",
            "purpose: \(PermitRequest.quoted(purpose))",
            "legal-ground: \(PermitRequest.quoted(legalGround))",
        ]
        for (name, values) in [
            ("elements", elements), ("sources", sources), ("indicators", indicators),
        ] {
            lines.append("\(name): [\(values.map(PermitRequest.quoted).joined(separator: ", "))]")
        }
        for name in PermitRequest.wordings {
            lines.append("\(name): \(PermitRequest.quoted(answers[name] ?? ""))")
        }
        lines.append("alternatives:" + (alternatives.isEmpty ? " []" : ""))
        for alternative in alternatives {
            lines.append("  - row: \(alternative.row)")
            lines.append("    why-not: \(PermitRequest.quoted(alternative.whyNot))")
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for character in text.unicodeScalars {
            switch character {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case "\t": quoted += "\\t"
            case let other where other.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(character)
            }
        }
        return quoted + "\""
    }
}

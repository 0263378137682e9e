import Domain

/// Reads every file of the folder `rules`.
struct RuleTextLoader {
    let folder: DefinitionFolder

    private static let placeholders = ["field", "file", "row", "subject"]

    func load() throws(DefinitionError) -> [String: RuleText] {
        var texts: [String: RuleText] = [:]
        for file in try folder.files(in: "rules", extension: "yaml") {
            for item in try folder.yaml(file).list(expected: "a list of rule texts") {
                let text = try text(of: item)
                guard texts[text.code] == nil else {
                    throw item.mistake(
                        found: "the rule `\(text.code)` more than once",
                        expected: "it once"
                    )
                }
                texts[text.code] = text
            }
        }
        return texts
    }

    private func text(of value: RecordValue) throws(DefinitionError) -> RuleText {
        let reader = try value.record(keys: ["code", "message", "remedy", "reference"])
        let code = try reader.required("code")
        let expected = "a code as `INT-101`"
        guard let digits = try code.text(expected: expected).wholeCodeNumber else {
            throw code.mistake(found: code.described, expected: expected)
        }
        return RuleText(
            code: "INT-" + digits,
            message: try wording(try reader.required("message")),
            remedy: try wording(try reader.required("remedy")),
            reference: try reader.required("reference").text()
        )
    }

    /// A text in both languages that uses the same placeholders in each.
    private func wording(_ value: RecordValue) throws(DefinitionError) -> LocalizedText {
        let text = try value.localized()
        for name in Set(text.nl.placeholders).union(text.en.placeholders).sorted()
        where !RuleTextLoader.placeholders.contains(name) {
            throw value.mistake(
                found: "the placeholder `{\(name)}`",
                expected: "one of "
                    + RuleTextLoader.placeholders.map { "`{\($0)}`" }.joined(separator: ", ")
            )
        }
        return try text.withEqualPlaceholders(at: value)
    }
}

extension LocalizedText {
    /// The text itself, once both languages turn out to use the same placeholders.
    func withEqualPlaceholders(at value: RecordValue) throws(DefinitionError) -> LocalizedText {
        let dutch = Set(nl.placeholders).sorted()
        let english = Set(en.placeholders).sorted()
        guard dutch == english else {
            throw value.mistake(
                found: "the placeholders [\(dutch.joined(separator: ", "))] in Dutch and "
                    + "[\(english.joined(separator: ", "))] in English",
                expected: "the same in both languages"
            )
        }
        return self
    }
}

extension String {
    /// The names between braces.
    var placeholders: [String] {
        split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { part in
            String(part.prefix { $0 != "}" })
        }
    }

    /// The three digits of a rule code `INT-nnn`, or `nil`.
    fileprivate var wholeCodeNumber: String? {
        guard hasPrefix("INT-") else { return nil }
        let digits = dropFirst(4)
        let isNumber = digits.utf8.allSatisfy { (0x30...0x39).contains($0) }
        return digits.utf8.count == 3 && isNumber ? String(digits) : nil
    }
}

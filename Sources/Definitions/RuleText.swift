public import Domain

/// *Regeltekst*: how a rule speaks to a source holder.
///
/// Placeholders: `{file}`, `{row}`, `{field}`, `{subject}`.
public struct RuleText: Sendable {
    /// The code, as `INT-101`.
    public let code: String
    /// What was found and what was expected.
    public let message: LocalizedText
    /// What to do.
    public let remedy: LocalizedText
    /// The paragraph of the protocol, or that it is our own convention.
    public let reference: String
}

/// *Teksten*: wording of pages and messages, by key.
public struct TextCatalogue: Sendable {
    /// The texts by key.
    public let texts: [String: LocalizedText]

    /// The text for a key in a language; a missing key shows as itself so that a test can find it.
    public func callAsFunction(_ key: String, _ language: Language) -> String {
        texts[key]?[language] ?? key
    }

    /// The text for a key with its placeholders filled.
    public func callAsFunction(
        _ key: String,
        _ language: Language,
        _ values: [String: String]
    ) -> String {
        texts[key]?.filled(language, values) ?? key
    }
}

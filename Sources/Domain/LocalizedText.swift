/// A language in which the product speaks to people.
public enum Language: String, CaseIterable, Sendable {
    /// Dutch, the language of the deliveries and the default.
    case nl
    /// English.
    case en
}

/// A text for people, whole in each language and never put together from fragments.
public struct LocalizedText: Hashable, Sendable {
    /// The Dutch text.
    public let nl: String

    /// The English text.
    public let en: String

    /// Creates a text in both languages.
    public init(nl: String, en: String) {
        self.nl = nl
        self.en = en
    }

    /// The text in a language.
    public subscript(language: Language) -> String {
        switch language {
        case .nl: nl
        case .en: en
        }
    }

    /// The text in a language, with each `{name}` replaced by the value for it.
    ///
    /// Read once from left to right, so that a value that itself looks like a placeholder stays as
    /// it is. A placeholder without a value stays too, so that a test can find it.
    public func filled(_ language: Language, _ values: [String: String]) -> String {
        var text = ""
        var rest = self[language][...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}") else { break }
            let name = String(rest[rest.index(after: open)..<close])
            let whole = rest[...close]
            text += values[name] ?? String(whole)
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }
}

package import Definitions
package import Domain

/// The words and numbers of a page in one language.
package struct Wording: Sendable {
    let catalogue: TextCatalogue
    package let language: Language

    /// Creates the wording in a language.
    package init(catalogue: TextCatalogue, language: Language) {
        self.catalogue = catalogue
        self.language = language
    }

    /// The text for a key.
    package func callAsFunction(_ key: String) -> String {
        catalogue(key, language)
    }

    /// The text for a key with its placeholders filled.
    package func callAsFunction(_ key: String, _ values: [String: String]) -> String {
        catalogue(key, language, values)
    }

    /// A text that a definition holds in both languages.
    package func callAsFunction(_ text: LocalizedText) -> String {
        text[language]
    }
}

public import Definitions
public import Domain

/// *Verwerkingsregister* as a document.
public struct RegisterDocument {
    private let definitions: DefinitionSet
    private let language: Language

    /// Creates the writer.
    public init(definitions: DefinitionSet, language: Language) {
        self.definitions = definitions
        self.language = language
    }

    /// The register: controller, activities with how long their records are kept, processors.
    public func document() -> Document {
        let register = definitions.privacy.register
        var document = Document(language: language.rawValue)
        document.blocks = [
            .heading(level: 1, text("title")),
            .paragraph(register.controller[language]),
            .paragraph(register.contact[language]),
        ]
        for activity in register.activities {
            document.blocks += [
                .heading(level: 2, activity.title[language]),
                .table(
                    header: [text("what"), text("content")],
                    rows: [
                        [text("purpose"), activity.purpose[language]],
                        [text("subjects"), activity.subjects[language]],
                        [text("data"), activity.data[language]],
                        [text("recipients"), activity.recipients[language]],
                        [text("safeguards"), activity.safeguards[language]],
                    ]
                ),
            ]
        }
        document.blocks += [
            .heading(level: 2, text("retention")),
            .table(
                header: [text("source"), text("years"), text("why")],
                rows: definitions.privacy.retention.values.sorted { $0.source < $1.source }.map {
                    [$0.source, "\($0.years)", $0.reason[language]]
                }
            ),
            .heading(level: 2, text("processors")),
            .table(
                header: [text("who"), text("task"), text("agreement")],
                rows: register.processors.map {
                    [$0.title[language], $0.task[language], $0.agreement[language]]
                }
            ),
        ]
        return document
    }

    private func text(_ key: String) -> String {
        definitions.texts("register.\(key)", language)
    }
}

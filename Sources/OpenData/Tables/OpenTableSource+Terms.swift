import Definitions
import Domain

extension OpenTableSource {
    /// What changed in a table, the newest first, with the day of this release.
    func changes(of subject: String, _ language: Language, day: String) -> String {
        let lines = definitions.openData.changes
            .filter { $0.subject == nil || $0.subject == subject }
            .map { change in
                text(
                    "opendata.about.change",
                    language,
                    [
                        "day": period(change.day.description, language),
                        "text": change.text[language],
                    ]
                )
            }
        let released = text(
            "opendata.about.released",
            language,
            ["day": period(day, language)]
        )
        return ([released] + lines).joined(separator: "\n")
    }

    /// When the next figures come.
    func nextRelease(_ language: Language) -> String {
        guard let day = definitions.openData.nextRelease else {
            return text("opendata.about.no-next", language)
        }
        return text(
            "opendata.about.next",
            language,
            ["day": period(day.description, language)]
        )
    }
}

import CaseFileStudies
import Definitions
import Domain

/// One section of the form about one file.
struct ReadingPage {
    let room: EntryRoom
    let secret: String
    let coder: String
    let file: String
    let round: Coding.Round
    let section: Instrument.Section
    let reading: EntryDesk.Reading
    let standing: CoderSession.Standing
    let mistakes: Set<String>

    /// The page.
    func page() -> EntryMarkup {
        let sections = room.instrument.sections
        let place = sections.firstIndex { $0.id == section.id } ?? 0
        let items = room.instrument.items
        let asked = section.items.filter { $0.isAsked(after: reading.answers) }
        let fields: [EntryMarkup] = asked.map { item in
            ItemField(item, room).drawn(
                (items.firstIndex { $0.id == item.id } ?? 0) + 1,
                reading.answers[item.id],
                conflict: reading.conflicts.first { $0.item == item.id },
                isWrong: mistakes.contains(item.id),
                decides: items.contains { $0.condition?.item == item.id }
            )
        }
        let next =
            place + 1 < sections.count
            ? room.text("next", ["section": sections[place + 1].title[room.language]])
            : room.text("finish")
        let base = "/\(secret)/lezing/\(coder)/\(file)/\(round.rawValue)/"
        let back: EntryMarkup =
            place == 0
            ? ""
            : "<a class=\"btn\" href=\"\(base)\(sections[place - 1].id)\">\(room.text("back"))</a> "
        return EntryPage(room, secret).frame(
            room.text("file.title", ["file": file, "section": section.title[room.language]]),
            """
            <p class="lead">\(room.text("file.lead"))</p>
            <div class="refuse"><p>\(room.text("file.no-names"))</p></div>
            <form action="\(base)\(section.id)" method="post" autocomplete="off" id="lezing" \
            data-kept="\(room.text("kept"))" data-failed="\(room.text("failed"))">
            <input type="hidden" name="entry" value="\(EntryToken.next())">
            \(fields)
            <p class="opts last">\(back)<button class="btn primary">\(next)</button> \
            <button class="btn" name="stay" value="yes">\(room.text("keep"))</button> \
            <button class="btn" name="later" value="yes">\(room.text("later"))</button></p></form>
            """,
            aside: [progress(asked), keys],
            hasScript: true
        )
    }

    private func progress(_ asked: [Instrument.Item]) -> EntryMarkup {
        let all = room.instrument.items.filter { $0.isAsked(after: reading.answers) }
        let done = all.count { reading.answers[$0.id] != nil }
        var minutes = 0
        if case .reading(let read) = standing { minutes = read }
        return """
            <section aria-labelledby="voortgang"><h2 id="voortgang">\(room.text("progress"))</h2>\
            <p class="small">\(room.text("progress-line", [
                "done": String(done), "asked": String(all.count),
            ]))</p><p class="small">\(room.text("care-line", [
                "minutes": String(minutes),
                "limit": String(room.definitions.entryCare.sessionMinutes),
            ]))</p></section>
            """
    }

    private var keys: EntryMarkup {
        """
        <section aria-labelledby="toetsen"><h2 id="toetsen">\(room.text("keys"))</h2>\
        <p class="small">\(room.text("keys-line"))</p></section>
        """
    }
}

/// The name of what is sent once: sent again, it is known.
enum EntryToken {
    /// 96 random bits as letters and digits.
    static func next() -> String {
        var generator = SystemRandomNumberGenerator()
        return (0..<3).map { _ in
            let text = String(UInt32.random(in: 0...UInt32.max, using: &generator), radix: 36)
            return String(repeating: "0", count: 7 - text.count) + text
        }.joined()
    }
}

import CaseFileStudies
import Definitions
import Domain

/// The frame of every page of the form, and the pages that hold no question.
struct EntryPage {
    /// A file that a coder may read.
    struct FileRow {
        let file: String
        let round: Coding.Round
        let reading: EntryDesk.Reading
    }

    private let room: EntryRoom
    private let secret: String

    init(_ room: EntryRoom, _ secret: String) {
        self.room = room
        self.secret = secret
    }

    /// A page with a heading, its content, and what always stands beside it.
    func frame(
        _ title: String,
        _ content: EntryMarkup,
        aside: [EntryMarkup] = [],
        hasScript: Bool = false
    ) -> EntryMarkup {
        let script: EntryMarkup =
            hasScript ? "<script src=\"/\(secret)/bewaren.js\" defer></script>" : ""
        return """
            <!doctype html>
            <html lang="\(room.language.rawValue)">
            <head><meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title) – ijkpunt</title>
            <meta name="referrer" content="no-referrer">
            <link rel="icon" href="data:,">
            <link rel="stylesheet" href="/\(secret)/stijl.css">
            <link rel="stylesheet" href="/\(secret)/formulier.css">\(script)</head>
            <body><a class="skip" href="#inhoud">\(room.text("skip"))</a>
            <header class="top"><div class="wrap"><a class="mark" href="/\(secret)/">ijkpunt</a>\
            <span class="state" role="status" id="bewaard"></span>\
            <a class="exit" href="/\(secret)/pauze">\(room.text("pause-link"))</a></div></header>
            <main id="inhoud"><div class="wrap entry"><div class="desk"><div>
            <p class="kicker">\(kicker)</p><h1>\(title)</h1>
            \(content)</div>
            <div class="aside">\(danger)\(aside)\(support)</div></div></div></main>
            </body></html>

            """
    }

    private var kicker: String {
        room.text(
            "kicker",
            [
                "study": room.state.request.title[room.language],
                "version": String(room.instrument.version), "device": room.device,
            ]
        )
    }

    private var danger: EntryMarkup {
        let steps: [EntryMarkup] = room.definitions.entryCare.danger.map {
            "<li>\($0[room.language])</li>"
        }
        return """
            <section class="acute" aria-labelledby="gevaar"><h2 id="gevaar">\(room.text("danger"))</h2>\
            <ol class="small">\(steps)</ol></section>
            """
    }

    private var support: EntryMarkup {
        """
        <section aria-labelledby="zorg"><h2 id="zorg">\(room.text("care"))</h2><p class="small">\(
            room.definitions.entryCare.support[room.language])</p></section>
        """
    }

    /// The page that asks who reads.
    func start() -> EntryMarkup {
        frame(
            room.text("start.title"),
            """
            <p class="lead">\(room.text("start.lead"))</p>
            <form action="/\(secret)/" method="get"><p><label for="coder">\(room.text("start.coder"))</label></p>
            <p class="opts"><input class="code" id="coder" name="coder" required maxlength="12" \
            pattern="[A-Za-z0-9]+" autocomplete="off" spellcheck="false" autofocus> \
            <button class="btn primary">\(room.text("start.go"))</button></p></form>
            """
        )
    }

    /// The files of a coder.
    func files(_ coder: String, _ rows: [FileRow]) -> EntryMarkup {
        let first = room.instrument.sections.first?.id ?? ""
        let lines: [EntryMarkup] = rows.map { row in
            let base = "/\(secret)/lezing/\(coder)/\(row.file)/\(row.round.rawValue)/\(first)"
            let asked = room.instrument.items.filter { $0.isAsked(after: row.reading.answers) }
            let done = asked.count { row.reading.answers[$0.id] != nil }
            let standing =
                !row.reading.conflicts.isEmpty
                ? room.text("files.conflict", ["number": String(row.reading.conflicts.count)])
                : row.reading.isFinished
                    ? room.text("files.finished")
                    : done == 0
                        ? room.text("files.new")
                        : room.text(
                            "files.begun",
                            ["done": String(done), "asked": String(asked.count)]
                        )
            return """
                <tr><th scope="row"><a href="\(base)">\(row.file)</a></th><td>\(
                    room.text("round.\(row.round.rawValue)"))</td><td>\(standing)</td></tr>
                """
        }
        let table: EntryMarkup =
            rows.isEmpty
            ? "<p>\(room.text("files.none"))</p>"
            : """
            <table><thead><tr><th scope="col">\(room.text("files.file"))</th><th scope="col">\(
                room.text("files.round"))</th><th scope="col">\(
                room.text("files.standing"))</th></tr></thead><tbody>\(lines)</tbody></table>
            """
        return frame(
            room.text("files.title", ["coder": coder]),
            "<p class=\"lead\">\(room.text("files.lead"))</p>\(table)"
        )
    }

    /// What is still open of a reading.
    func open(
        _ coder: String,
        _ file: String,
        _ round: Coding.Round,
        _ open: [(section: String, item: Instrument.Item)]
    ) -> EntryMarkup {
        let base = "/\(secret)/lezing/\(coder)/\(file)/\(round.rawValue)/"
        let lines: [EntryMarkup] = open.map { section, item in
            "<li><a href=\"\(base)\(section)#\(item.id)\">\(item.wording[room.language])</a></li>"
        }
        return frame(
            room.text("open.title", ["file": file]),
            """
            <p class="lead">\(room.text("open.lead"))</p><ul>\(lines)</ul>
            <p><a class="btn" href="/\(secret)/?coder=\(coder)">\(room.text("later"))</a></p>
            """
        )
    }

    /// Nothing on the screen.
    func pause() -> EntryMarkup {
        frame(
            room.text("pause.title"),
            "<p class=\"lead\">\(room.text("pause.lead"))</p>"
        )
    }

    /// Time for a break.
    func rest(_ minutes: Int) -> EntryMarkup {
        frame(
            room.text("rest.title"),
            "<p class=\"lead\">\(room.text("rest.lead", ["minutes": String(minutes)]))</p>"
        )
    }

    /// Something that a coder has to know.
    func message(_ key: String) -> EntryMarkup {
        frame(
            room.text("\(key).title"),
            "<p class=\"lead\">\(room.text("\(key).lead"))</p>"
        )
    }
}

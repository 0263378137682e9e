import CaseFileStudies
import Definitions
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Publication
import Store

/// Answers the form: pages, and answers that come in.
struct EntryResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    /// The most a form sends.
    static let mostBytes = 100_000

    let desk: EntryDesk
    let room: EntryRoom
    let secret: String

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var response: Response
        do {
            response = try await answer(request)
        } catch {
            // What went wrong in the store is for the terminal; the coder hears that it was not kept.
            response = page(
                EntryPage(room, secret).message("not-kept"),
                status: .serviceUnavailable
            )
        }
        for (name, value) in EntryHeaders.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        return response
    }

    private func answer(_ request: Request) async throws -> Response {
        var parts = request.uri.path.split(separator: "/").map(String.init)
        // A page of elsewhere knows neither the secret nor can it call itself by this name.
        guard isOfThisMachine(request), parts.first == secret else { return notFound() }
        parts.removeFirst()
        guard let address = EntryAddress(parts, query: request.uri.query) else { return notFound() }
        switch (request.method, address) {
        case (.get, .stylesheet):
            return asset(Array(PublicSite.stylesheet), "text/css; charset=utf-8")
        case (.get, .form): return asset(PackageResources.entry_css, "text/css; charset=utf-8")
        case (.get, .script):
            return asset(PackageResources.entry_js, "text/javascript; charset=utf-8")
        case (.get, .start): return page(EntryPage(room, secret).start())
        case (.get, .pause): return page(EntryPage(room, secret).pause())
        case (.get, .files(let coder)): return try await files(coder)
        case (.get, .section(let coder, let file, let round, let section)):
            return try await show(coder, file, round, section)
        case (.post, .section(let coder, let file, let round, let section)):
            return try await take(request, coder, file, round, section)
        case (.post, .finish(let coder, let file, let round)):
            return try await finish(request, coder, file, round)
        default:
            return Response(status: .methodNotAllowed)
        }
    }

    /// Whether the browser asked for this machine by its own name, and from a page of this form.
    private func isOfThisMachine(_ request: Request) -> Bool {
        guard let host = request.head.authority,
            ["127.0.0.1", "localhost"].contains(String(host.prefix { $0 != ":" }))
        else { return false }
        guard request.method != .get else { return true }
        let origin = request.headers[.origin]
        return origin == nil || origin == "null" || origin == "http://\(host)"
    }

    private func files(_ coder: String) async throws -> Response {
        if case .pause(let left) = await desk.care(coder, isTyping: false) {
            return page(EntryPage(room, secret).rest(left))
        }
        var rows: [EntryPage.FileRow] = []
        for file in room.files {
            guard let round = try await desk.round(file, coder) else { continue }
            let reading = try await desk.reading(file.code, coder, round)
            rows.append(EntryPage.FileRow(file: file.code, round: round, reading: reading))
        }
        return page(EntryPage(room, secret).files(coder, rows))
    }

    /// Whether the coder may read the file in the round.
    private func mayRead(
        _ coder: String,
        _ file: String,
        _ round: Coding.Round
    ) async throws -> Bool {
        guard let known = room.files.first(where: { $0.code == file }) else { return false }
        return try await desk.round(known, coder) == round
    }

    private func show(
        _ coder: String,
        _ file: String,
        _ round: Coding.Round,
        _ name: String,
        mistakes: Set<String> = []
    ) async throws -> Response {
        guard try await mayRead(coder, file, round),
            let section = room.instrument.sections.first(where: { $0.id == name })
        else { return notFound() }
        let standing = await desk.care(coder, isTyping: false)
        if case .pause(let left) = standing { return page(EntryPage(room, secret).rest(left)) }
        let reading = try await desk.reading(file, coder, round)
        let form = ReadingPage(
            room: room,
            secret: secret,
            coder: coder,
            file: file,
            round: round,
            section: section,
            reading: reading,
            standing: standing,
            mistakes: mistakes
        )
        return page(form.page(), status: mistakes.isEmpty ? .ok : .unprocessableContent)
    }

    private func take(
        _ request: Request,
        _ coder: String,
        _ file: String,
        _ round: Coding.Round,
        _ name: String
    ) async throws -> Response {
        guard try await mayRead(coder, file, round),
            let section = room.instrument.sections.first(where: { $0.id == name }),
            let body = try await body(request)
        else { return notFound() }
        _ = await desk.care(coder, isTyping: true)
        let shown = Set(body.all("items"))
        var given: [String: Coding.Answer?] = [:]
        var mistakes: Set<String> = []
        for item in section.items where shown.contains(item.id) {
            switch ItemField(item, room).answer(body) {
            case .given(let answer): given[item.id] = .some(answer)
            case .none: given[item.id] = .some(nil)
            case .wrong: mistakes.insert(item.id)
            }
        }
        try await desk.type(
            given,
            file,
            coder,
            round,
            entry: body["entry"] ?? "",
            day: day
        )
        if body["quiet"] != nil {
            return Response(status: mistakes.isEmpty ? .noContent : .unprocessableContent)
        }
        guard mistakes.isEmpty else {
            return try await show(coder, file, round, name, mistakes: mistakes)
        }
        // What an answer made askable on this page comes before the next page.
        let reading = try await desk.reading(file, coder, round)
        let isOpen = section.items.contains {
            !shown.contains($0.id) && $0.isAsked(after: reading.answers)
        }
        let sections = room.instrument.sections.map(\.id)
        let place = sections.firstIndex(of: name) ?? 0
        let base = "/\(secret)/lezing/\(coder)/\(file)/\(round.rawValue)/"
        if body["later"] != nil { return redirect("/\(secret)/?coder=\(coder)") }
        if isOpen || body["stay"] != nil { return redirect(base + name) }
        if place + 1 < sections.count { return redirect(base + sections[place + 1]) }
        return try await close(coder, file, round, entry: (body["entry"] ?? "") + "-end")
    }

    private func finish(
        _ request: Request,
        _ coder: String,
        _ file: String,
        _ round: Coding.Round
    ) async throws -> Response {
        guard try await mayRead(coder, file, round), let body = try await body(request) else {
            return notFound()
        }
        return try await close(coder, file, round, entry: body["entry"] ?? "")
    }

    /// Closes a reading, or shows what is still open.
    private func close(
        _ coder: String,
        _ file: String,
        _ round: Coding.Round,
        entry: String
    ) async throws -> Response {
        let reading = try await desk.reading(file, coder, round)
        let open = room.instrument.sections.flatMap { section in
            section.items.filter {
                $0.isAsked(after: reading.answers) && reading.answers[$0.id] == nil
            }.map { (section: section.id, item: $0) }
        }
        guard open.isEmpty else {
            return page(EntryPage(room, secret).open(coder, file, round, open))
        }
        try await desk.type(
            [EntryRecord.finished: Coding.Answer(value: "yes")],
            file,
            coder,
            round,
            entry: entry,
            day: day
        )
        return redirect("/\(secret)/?coder=\(coder)")
    }

    private var day: String { String("\(room.actor.now())".prefix(10)) }

    private func body(_ request: Request) async throws -> FormBody? {
        let buffer = try await request.body.collect(upTo: EntryResponder.mostBytes)
        return FormBody(buffer.readableBytesView)
    }

    private func page(_ markup: EntryMarkup, status: HTTPResponse.Status = .ok) -> Response {
        var response = asset(Array(markup.markup.utf8), "text/html; charset=utf-8")
        response.status = status
        return response
    }

    private func asset(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [.contentType: type, .contentLength: String(bytes.count)],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }

    private func redirect(_ place: String) -> Response {
        Response(status: .seeOther, headers: [.location: place])
    }

    private func notFound() -> Response {
        page(EntryPage(room, secret).message("not-found"), status: .notFound)
    }
}

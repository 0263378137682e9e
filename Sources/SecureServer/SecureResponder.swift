import Definitions
import Domain
import HTTPTypes
import Hummingbird
import Privacy
import Publication
import Serving
import Store

/// Answers requests behind login: who it is, whether they may, whether the form is theirs.
///
/// In that order; each refusal is a line of the log with its reason, and says nothing of what
/// stands behind it.
struct SecureResponder: HTTPResponder {
    typealias Context = SecureContext

    let store: DeliveryStore
    let definitions: DefinitionSet
    let settings: SecureSettings
    let desk: LoginDesk
    let now: @Sendable () -> UTCInstant

    func respond(to request: Request, context: SecureContext) async throws -> Response {
        let path = request.uri.path
        let language: Language = path == "/en" || path.hasPrefix("/en/") ? .en : .nl
        let bare = language == .en ? "/" + path.dropFirst(4) : path
        let frame = SecureFrame(
            wording: Wording(catalogue: definitions.texts, language: language),
            path: bare
        )
        var response: Response
        do {
            response = try await answer(request, context, frame)
        } catch let refusal as RequestRefusal {
            response = try refuse(refusal, frame)
        } catch {
            // What went wrong in the store is for who runs it; its words may name paths.
            response = made(frame.message("unavailable"), .serviceUnavailable)
        }
        // A browser that may send no referrer sends no origin with a form either, and the origin is
        // asked of every form here.
        response.headers[.init("Referrer-Policy") ?? .referer] = "same-origin"
        for (name, value) in SecurityHeaders.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        if settings.isSecure {
            response.headers[.strictTransportSecurity] = "max-age=31536000"
        }
        return response
    }

    private func answer(
        _ request: Request,
        _ context: SecureContext,
        _ frame: SecureFrame
    ) async throws -> Response {
        switch (request.method, frame.path) {
        case (.get, "/stijl.css"): return asset(PublicSite.stylesheet, "text/css; charset=utf-8")
        case (.get, "/favicon.svg"), (.get, "/favicon.ico"):
            return asset(Array(PublicSite.icon.markup.utf8), "image/svg+xml")
        case (.get, "/gezond"): return asset(Array("ok\n".utf8), "text/plain; charset=utf-8")
        default: break
        }
        guard let method = Route.Method(rawValue: request.method.rawValue) else {
            throw RequestRefusal(.methodNotAllowed, "method")
        }
        let address = address(request, context)
        try checkHost(request)
        let form = try await form(of: request, method)
        if frame.path == "/inloggen" {
            return method == .get ? loginPage(frame) : try login(form, address, frame)
        }
        guard let (route, id) = AccessTable.route(method, frame.path) else {
            throw RequestRefusal(.notFound, "unknown-page", isLogged: false)
        }
        guard let token = cookie(request) else {
            guard method == .get else { throw RequestRefusal(.unauthorized, "no-session") }
            return goTo("/inloggen", frame)
        }
        let account = try account(of: token)
        let visit = visit(account, frame, id: id, form: form, token: token)
        guard route.roles.contains(account.role) else {
            throw RequestRefusal(.forbidden, "role", visit.actor, route: route.id)
        }
        if method == .post { try checkForm(form, visit, route) }
        if route.id == "logout" { return try logout(visit, frame) }
        return try answer(route, visit, frame)
    }

    private func answer(_ route: Route, _ visit: Visit, _ frame: SecureFrame) throws -> Response {
        var frame = frame
        frame.visit = visit
        if route.method == .get {
            // A view is logged before anything is shown.
            var facts = ["page": route.id]
            facts["id"] = visit.id
            try store.log([visit.actor.event(.view, facts)], at: now())
        }
        do {
            switch try route.answer(visit) {
            case .page(let title, let main): return made(frame.page(title: title, main: main), .ok)
            case .goTo(let path): return goTo(path, frame)
            case .notFound: return made(frame.message("unknown-page"), .notFound)
            }
        } catch let refusal as PermitRefusal {
            // The desk logged it.
            let words = refusal.wording(by: definitions, frame.wording.language)
            return made(frame.message("refused", ["reason": words]), .conflict)
        } catch let error as DefinitionError {
            let place = error.line.map { "\(error.file):\($0)" } ?? error.file
            let values = ["place": place, "found": error.found, "expected": error.expected]
            return made(frame.message("bad-request", values), .unprocessableContent)
        }
    }
}

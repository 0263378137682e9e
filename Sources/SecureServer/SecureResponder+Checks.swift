import Definitions
import HTTPTypes
import Hummingbird
import NIOCore
import Store

/// Whether a request is meant for this server, and comes from a page of it.
extension SecureResponder {
    func checkHost(_ request: Request) throws {
        // A name that was made to point here would let a page of elsewhere ask as if from here.
        guard let host = request.head.authority, hosts.contains(host) || isLocal(host) else {
            throw RequestRefusal(.misdirectedRequest, "wrong-host")
        }
    }

    var hosts: [String] {
        settings.publicAddress.map { [String($0.split(separator: "/").last ?? "")] } ?? []
    }

    func isLocal(_ host: String) -> Bool {
        guard settings.publicAddress == nil else { return false }
        return ["127.0.0.1", "localhost", "[::1]"].contains {
            host == $0 || host.hasPrefix($0 + ":")
        }
    }

    func form(of request: Request, _ method: Route.Method) async throws -> FormFields {
        let length = request.headers[.contentLength].flatMap { Int($0) } ?? 0
        guard method == .post else {
            guard length == 0, request.headers[.transferEncoding] == nil else {
                throw RequestRefusal(.contentTooLarge, "body-of-a-page", closes: true)
            }
            return .none
        }
        // A form of elsewhere says so; a browser lets no page change this field.
        let origin = request.headers[.origin]
        let host = request.head.authority ?? ""
        guard origin == settings.publicAddress ?? "http://\(host)" else {
            throw RequestRefusal(.forbidden, "wrong-origin", closes: true)
        }
        guard length <= settings.bodyBytes else {
            throw RequestRefusal(.contentTooLarge, "body-too-large", closes: true)
        }
        let buffer: ByteBuffer
        do {
            buffer = try await request.body.collect(upTo: settings.bodyBytes)
        } catch is NIOTooManyBytesError {
            throw RequestRefusal(.contentTooLarge, "body-too-large", closes: true)
        }
        guard let form = FormFields(buffer.readableBytesView) else {
            throw RequestRefusal(.badRequest, "no-form")
        }
        return form
    }

    func checkForm(_ form: FormFields, _ visit: Visit, _ route: Route) throws {
        let token = FormToken(session: visit.session, path: visit.path)
        guard let mark = form["form"].flatMap({ token.mark(of: $0) }) else {
            throw RequestRefusal(.forbidden, "forged-form", visit.actor, route: route.id)
        }
        let isFirst = try store.useForm(
            mark,
            keeping: definitions.login.sessionMinutes * 60,
            at: now()
        )
        guard isFirst else {
            throw RequestRefusal(.conflict, "replayed-form", visit.actor, route: route.id)
        }
    }
}

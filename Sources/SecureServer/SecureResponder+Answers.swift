import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import Publication
import Store

/// What goes back.
extension SecureResponder {
    func refuse(_ refusal: RequestRefusal, _ frame: SecureFrame) throws -> Response {
        if refusal.isLogged {
            var facts = ["code": refusal.code]
            facts["page"] = refusal.route
            let event =
                refusal.actor?.event(.refusal, facts)
                ?? AuditEvent(.refusal, role: .public, actor: "", facts: facts)
            try store.log([event], at: now())
        }
        var response = made(frame.message(refusal.code), refusal.status)
        if refusal.endsCookie { response.headers[.setCookie] = setCookie(nil) }
        if refusal.closes { response.headers[.connection] = "close" }
        return response
    }

    func goTo(_ path: String, _ frame: SecureFrame) -> Response {
        let place = frame.wording.language == .nl ? path : "/en" + path
        return Response(status: .seeOther, headers: [.location: place, .cacheControl: "no-store"])
    }

    func made(_ html: HTML, _ status: HTTPResponse.Status) -> Response {
        var response = asset(Array(html.markup.utf8), "text/html; charset=utf-8")
        response.status = status
        return response
    }

    func asset(_ bytes: [UInt8], _ type: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: type, .contentLength: String(bytes.count), .cacheControl: "no-store",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes))
        )
    }
}

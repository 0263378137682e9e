import HTTPTypes
import Hummingbird
import NIOCore
import Publication

/// Answers requests with pages; reads only, and says nothing that a visitor did not ask.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: PublicSite

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        var response = answer(request)
        for (name, value) in SecurityHeaders.fields { response.headers[name] = value }
        if request.method == .head {
            // The length a GET would have, without its body.
            let length = response.body.contentLength
            response.body = .init()
            response.headers[.contentLength] = length.map { String($0) }
        }
        return response
    }

    private func answer(_ request: Request) -> Response {
        guard request.method == .get || request.method == .head else {
            return Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"])
        }
        switch request.uri.path {
        case "/gezond":
            return Response(text: "ok\n", type: "text/plain; charset=utf-8")
        case "/stijl.css":
            return asset(StaticAsset.stylesheet, request)
        case "/favicon.svg", "/favicon.ico":
            return asset(StaticAsset.icon, request)
        default: return page(request)
        }
    }

    private func asset(_ asset: StaticAsset, _ request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: asset.type, .eTag: asset.tag,
            .cacheControl: "public, max-age=3600",
        ]
        if let known = request.headers[.ifNoneMatch], known.contains(asset.tag) {
            return Response(status: .notModified, headers: headers)
        }
        headers[.contentLength] = String(asset.bytes.count)
        return Response(
            status: .ok,
            headers: headers,
            body: .init(byteBuffer: ByteBuffer(bytes: asset.bytes))
        )
    }

    private func page(_ request: Request) -> Response {
        let query = request.uri.queryParameters.reduce(into: [String: String]()) { fields, pair in
            fields[String(pair.key)] = String(pair.value)
        }
        let answer = site.answer(path: request.uri.path, query: query)
        var response = Response(
            text: answer.html.markup,
            type: "text/html; charset=utf-8"
        )
        switch answer.status {
        case .found: response.status = .ok
        case .notFound: response.status = .notFound
        case .unavailable: response.status = .serviceUnavailable
        }
        // A page on this subject leaves no copy behind in a shared browser.
        response.headers[.cacheControl] = "no-store"
        return response
    }
}

extension Response {
    /// A response of a text with its type and length.
    fileprivate init(text: String, type: String) {
        let buffer = ByteBuffer(string: text)
        self.init(
            status: .ok,
            headers: [
                .contentType: type, .contentLength: String(buffer.readableBytes),
                .cacheControl: "no-store",
            ],
            body: .init(byteBuffer: buffer)
        )
    }
}

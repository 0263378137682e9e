import Domain
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import OpenData
import Publication
import Serving

/// Answers requests with pages and open data; reads only, and says nothing that was not asked.
struct SiteResponder: HTTPResponder {
    typealias Context = BasicRequestContext

    let site: PublicSite
    let openData: OpenDataEndpoint
    let pages: AnswerCache<PageRequest, StoredPage>
    let metrics: ServerMetrics
    /// Logs every request, without what was asked; `nil` to log none.
    let logger: Logger?

    func respond(to request: Request, context: BasicRequestContext) async throws -> Response {
        let start = ContinuousClock.now
        var (kind, response) = answer(request)
        // Open data says for itself who may read it.
        for (name, value) in SecurityHeaders.fields where response.headers[name] == nil {
            response.headers[name] = value
        }
        if request.method == .head {
            // The length a GET would have, without its body.
            let length = response.body.contentLength
            response.body = .init()
            response.headers[.contentLength] = length.map { String($0) }
        }
        note(kind, response, since: start)
        return response
    }

    private func note(
        _ kind: ServerMetrics.Kind,
        _ response: Response,
        since start: ContinuousClock.Instant
    ) {
        let duration = ContinuousClock.now - start
        let seconds = duration / .seconds(1)
        let bytes = response.body.contentLength ?? 0
        metrics.count(kind, status: response.status.code, seconds: seconds, bytes: bytes)
        logger?.info(
            "request",
            metadata: [
                "kind": "\(kind.rawValue)", "status": "\(response.status.code)",
                "bytes": "\(bytes)", "microseconds": "\(Int(seconds * 1_000_000))",
            ]
        )
    }

    private func answer(_ request: Request) -> (ServerMetrics.Kind, Response) {
        guard request.method == .get || request.method == .head else {
            return (.page, Response(status: .methodNotAllowed, headers: [.allow: "GET, HEAD"]))
        }
        guard !hasBody(request) else {
            return (.page, Response(status: .contentTooLarge, headers: [.connection: "close"]))
        }
        let path = request.uri.path
        if OpenData.owns(path: path) { return (.openData, openData.respond(to: request)) }
        switch path {
        case "/gezond":
            return (.health, Response(text: "ok\n", type: "text/plain; charset=utf-8"))
        case "/gereed": return (.health, readiness())
        case "/metrics": return (.health, measures())
        case "/stijl.css": return (.asset, asset(StaticAsset.stylesheet, request))
        case "/favicon.svg", "/favicon.ico": return (.asset, asset(StaticAsset.icon, request))
        default: return (.page, page(request))
        }
    }

    /// Whether something comes behind the head: reading takes nothing in.
    private func hasBody(_ request: Request) -> Bool {
        request.headers[.transferEncoding] != nil
            || request.headers[.contentLength].map { $0 != "0" } ?? false
    }

    /// Whether the database can be read as it is now.
    private func readiness() -> Response {
        let isReady = (try? openData.openData.release()) != nil
        var response = Response(
            text: isReady ? "ok\n" : "database\n",
            type: "text/plain; charset=utf-8"
        )
        if !isReady { response.status = .serviceUnavailable }
        return response
    }

    private func measures() -> Response {
        let use = openData.cache.use
        let kept = pages.use
        return Response(
            text: metrics.text([
                ("ijkpunt_cache_answers", "Answers that are kept.", Int64(use.answers)),
                ("ijkpunt_cache_bytes", "Bytes of answers that are kept.", Int64(use.bytes)),
                ("ijkpunt_cache_pages", "Pages that are kept.", Int64(kept.answers)),
                ("ijkpunt_cache_page_bytes", "Bytes of pages that are kept.", Int64(kept.bytes)),
                (
                    "ijkpunt_database_written_seconds",
                    "When the published database was written.",
                    openData.openData.mark.written.seconds
                ),
            ]),
            type: "text/plain; version=0.0.4; charset=utf-8"
        )
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
        let query = PageQuery.fields(request.uri.query ?? "")
        let asked = PageRequest(path: request.uri.path, query: query)
        let page = pages.answer(to: asked, in: openData.openData.mark) {
            StoredPage(site.answer(path: asked.path, query: asked.query), for: asked)
        }
        var response = Response(page.body, type: "text/html; charset=utf-8")
        switch page.status {
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
        self.init(ByteBuffer(string: text), type: type)
    }

    /// A response of a body with its type and length, of which no copy stays behind.
    fileprivate init(_ buffer: ByteBuffer, type: String) {
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

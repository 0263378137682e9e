import HTTPTypes
import Hummingbird
import OpenData
import Publication

/// Open data over HTTP: kept answers, conditional requests, gzip, and open to scripts of any site.
struct OpenDataEndpoint: Sendable {
    let openData: OpenData
    let cache: AnswerCache<OpenDataRequest, StoredAnswer>
    let address: PublicAddress
    let licence: String

    /// The response to a request whose path is one of open data.
    func respond(to request: Request) -> Response {
        let query = request.uri.query ?? ""
        guard let base = address.base(for: request) else {
            return Response(status: .badRequest, headers: [.cacheControl: "no-store"])
        }
        let asked = OpenDataRequest(path: request.uri.path, query: query, base: base)
        let mark = openData.mark
        let answer = cache.answer(to: asked, in: mark) {
            StoredAnswer(openData.answer(asked), modified: mark.written, licence: licence)
        }
        var response = answer.response(to: request)
        response.headers[.accessControlAllowOrigin] = "*"
        response.headers[.accessControlExposeHeaders] = "ETag, Last-Modified, Link"
        if let name = HTTPField.Name("Cross-Origin-Resource-Policy") {
            response.headers[name] = "cross-origin"
        }
        return response
    }
}

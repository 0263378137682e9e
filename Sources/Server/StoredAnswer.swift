import Compression
import Crypto
import Domain
import HTTPTypes
import Hummingbird
import NIOCore
import OpenData

/// An answer as it goes out, kept so that asking again costs nothing.
struct StoredAnswer: KeptAnswer {
    let status: HTTPResponse.Status
    let headers: HTTPFields
    let plain: ByteBuffer
    /// The body as gzip, where that makes it smaller.
    let zipped: ByteBuffer?
    /// Changes with the bytes, so that a reader need not fetch the same twice.
    let tag: String
    /// When the database was written.
    let modified: UTCInstant

    /// The bytes it takes.
    var size: Int { plain.readableBytes + (zipped?.readableBytes ?? 0) + 1_024 }

    var mayBeKept: Bool { status == .ok }

    init(_ answer: OpenDataAnswer, modified: UTCInstant, licence: String) {
        status = HTTPResponse.Status(code: answer.status)
        plain = ByteBuffer(bytes: answer.body)
        let packed = answer.body.count > 1_024 ? Gzip.packed(answer.body) : nil
        zipped = packed.flatMap { $0.count < answer.body.count ? ByteBuffer(bytes: $0) : nil }
        let digest = SHA256.hash(data: answer.body)
        tag = digest.prefix(12).reduce(into: "") { text, byte in
            let digits = Array("0123456789abcdef")
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        self.modified = modified
        var links = ["<\(licence)>; rel=\"license\""]
        if let address = answer.describedBy {
            links.append("<\(address)>; rel=\"describedby\"; type=\"application/csvm+json\"")
        }
        var fields: HTTPFields = [
            .contentType: answer.type, .vary: "Accept-Encoding",
            // Readers may keep it, and ask each time whether it is still the newest.
            .cacheControl: answer.status == 200 ? "public, no-cache" : "no-store",
        ]
        if let link = HTTPField.Name("Link") { fields[link] = links.joined(separator: ", ") }
        headers = fields
    }

    /// The response for a request: the body as asked for, or that nothing changed.
    func response(to request: Request) -> Response {
        let zipped = StoredAnswer.acceptsGzip(request.headers) ? self.zipped : nil
        var headers = headers
        guard status == .ok else { return bodied(headers, zipped) }
        // Another encoding is another representation, so its tag differs (RFC 9110, 8.8.3).
        headers[.eTag] = zipped == nil ? "\"\(tag)\"" : "\"\(tag)-gzip\""
        headers[.lastModified] = HTTPDate.text(modified)
        if isKnown(request.headers) {
            headers[.contentType] = nil
            return Response(status: .notModified, headers: headers)
        }
        return bodied(headers, zipped)
    }

    private func bodied(_ headers: HTTPFields, _ zipped: ByteBuffer?) -> Response {
        var headers = headers
        let body = zipped ?? plain
        if zipped != nil { headers[.contentEncoding] = "gzip" }
        headers[.contentLength] = String(body.readableBytes)
        return Response(status: status, headers: headers, body: .init(byteBuffer: body))
    }

    /// Whether the reader has this already: by its tag, else by the time of the database.
    private func isKnown(_ headers: HTTPFields) -> Bool {
        if let known = headers[.ifNoneMatch] {
            if known == "*" { return true }
            return known.split(separator: ",").contains { part in
                let bare = part.filter { $0 != " " && $0 != "\"" }
                let strong = bare.hasPrefix("W/") ? bare.dropFirst(2) : bare[...]
                return strong == tag || strong == tag + "-gzip"
            }
        }
        guard let since = headers[.ifModifiedSince].flatMap(HTTPDate.instant) else { return false }
        return modified <= since
    }

    private static func acceptsGzip(_ headers: HTTPFields) -> Bool {
        guard let accepted = headers[.acceptEncoding] else { return false }
        return accepted.split(separator: ",").contains { part in
            let words = part.split(separator: ";").map { $0.filter { $0 != " " } }
            return words.first == "gzip" && !words.dropFirst().contains { $0 == "q=0" }
        }
    }
}

import NIOCore
import Publication

/// What a page was asked with: two requests with the same are given the same page.
struct PageRequest: Hashable, Sendable {
    let path: String
    let query: [String: String]

    /// The bytes it takes, roughly.
    var size: Int { query.reduce(path.utf8.count) { $0 + $1.key.utf8.count + $1.value.utf8.count } }
}

/// A page as it goes out, kept so that the next reader need not wait for it to be built.
///
/// Only the server keeps it: in the reader's browser no copy stays behind.
struct StoredPage: KeptAnswer {
    let status: PublicSite.Answer.Status
    let body: ByteBuffer
    let size: Int
    private let isForEveryone: Bool

    init(_ answer: PublicSite.Answer, for request: PageRequest) {
        status = answer.status
        body = ByteBuffer(string: answer.html.markup)
        isForEveryone = answer.isForEveryone
        size = body.readableBytes + request.size + 256
    }

    /// What a reader filled in is shown to that reader and not kept.
    var mayBeKept: Bool { status == .found && isForEveryone }
}

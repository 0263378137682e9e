import HTTPTypes
import Store

/// Why a request is refused before any page sees it.
struct RequestRefusal: Error {
    let status: HTTPResponse.Status
    /// A short code, for the log and the texts.
    let code: String
    /// Who it was, where that is known.
    var actor: AuditActor?
    /// What they asked for.
    var route: String?
    /// Whether the log keeps it; a page that is not there harms nobody.
    var isLogged = true
    /// Whether the browser is told to forget its token.
    var endsCookie = false
    /// Whether the connection ends, with what is still coming over it.
    var closes = false

    init(
        _ status: HTTPResponse.Status,
        _ code: String,
        _ actor: AuditActor? = nil,
        route: String? = nil,
        isLogged: Bool = true,
        endsCookie: Bool = false,
        closes: Bool = false
    ) {
        self.status = status
        self.code = code
        self.actor = actor
        self.route = route
        self.isLogged = isLogged
        self.endsCookie = endsCookie
        self.closes = closes
    }
}

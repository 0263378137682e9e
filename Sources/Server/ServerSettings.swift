/// *Instellingen*: how the public server runs.
public struct ServerSettings: Sendable, Equatable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on; 0 for any free one.
    public var port: Int
    /// The address under which clients know the server, for links in answers, without a slash
    /// behind it; `nil` to take it from each request.
    public var publicAddress: String?
    /// The most rows of one answer of open data.
    public var pageRows: Int
    /// The most bytes of answers that are kept: a half for pages, a half for open data.
    public var cacheBytes: Int
    /// Seconds in which the head of a request must be in, and a connection may wait for the next.
    public var headSeconds: Int
    /// Seconds in which an answer must be on its way after the head of its request.
    public var answerSeconds: Int
    /// The most bytes of the head of a request.
    public var headBytes: Int
    /// Whether every request is logged: its kind, status, duration and size, never what was asked.
    public var logsRequests: Bool

    /// Creates settings; what is not given has the value that is right for most.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8080,
        publicAddress: String? = nil,
        pageRows: Int = 10_000,
        cacheBytes: Int = 64 << 20,
        headSeconds: Int = 10,
        answerSeconds: Int = 120,
        headBytes: Int = 80 << 10,
        logsRequests: Bool = false
    ) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.pageRows = pageRows
        self.cacheBytes = cacheBytes
        self.headSeconds = headSeconds
        self.answerSeconds = answerSeconds
        self.headBytes = headBytes
        self.logsRequests = logsRequests
    }
}

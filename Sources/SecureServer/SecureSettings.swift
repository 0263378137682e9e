/// *Instellingen*: how the secure server runs.
public struct SecureSettings: Sendable, Equatable {
    /// The address to listen on.
    public var host: String
    /// The port to listen on; 0 for any free one.
    public var port: Int
    /// The address by which browsers know the server, as `https://veilig.example`; `nil` on the
    /// loopback without a proxy.
    public var publicAddress: String?
    /// The most bytes of a form.
    public var bodyBytes: Int
    /// The most bytes of the head of a request.
    public var headBytes: Int
    /// Seconds in which the head of a request must be in.
    public var headSeconds: Int
    /// Seconds in which the rest of a request and its answer must be done.
    public var answerSeconds: Int

    /// Creates settings; what is not given has the value that is right for most.
    public init(
        host: String = "127.0.0.1",
        port: Int = 8081,
        publicAddress: String? = nil,
        bodyBytes: Int = 64 << 10,
        headBytes: Int = 16 << 10,
        headSeconds: Int = 10,
        answerSeconds: Int = 60
    ) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.bodyBytes = bodyBytes
        self.headBytes = headBytes
        self.headSeconds = headSeconds
        self.answerSeconds = answerSeconds
    }

    /// Whether browsers come over TLS; then a cookie goes over TLS alone.
    var isSecure: Bool { publicAddress?.hasPrefix("https://") ?? false }

    /// The name of the cookie; the prefix lets a browser hold the server to `Secure` and `Path=/`.
    var cookieName: String { isSecure ? "__Host-ijkpunt" : "ijkpunt" }
}

/// A request for open data, as it comes off the network.
public struct OpenDataRequest: Sendable, Hashable {
    /// The path, with its percent signs.
    public let path: String
    /// The query, without its question mark and with its percent signs.
    public let query: String
    /// The address of the server as its clients know it, without a slash behind it.
    public let base: String

    /// Creates a request.
    public init(path: String, query: String, base: String) {
        self.path = path
        self.query = query
        self.base = base
    }
}

/// What is answered.
public struct OpenDataAnswer: Sendable, Equatable {
    /// The HTTP status.
    public let status: Int
    /// The media type.
    public let type: String
    /// The body.
    public let body: [UInt8]
    /// The address of the metadata that describes the body, for a `Link` header.
    public let describedBy: String?

    init(status: Int = 200, type: String, body: [UInt8], describedBy: String? = nil) {
        self.status = status
        self.type = type
        self.body = body
        self.describedBy = describedBy
    }
}

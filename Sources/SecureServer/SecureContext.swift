import Hummingbird
import NIOCore

/// What is known of a connection: where it comes from.
struct SecureContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The address at the other end, as `192.0.2.7`; behind a proxy that of the proxy.
    let remote: String?

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        remote = source.channel.remoteAddress?.ipAddress
    }
}

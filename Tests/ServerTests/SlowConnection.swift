import NIOCore
import NIOPosix

/// A client that sends a head byte by byte and never ends it.
enum SlowConnection {
    /// Opens a connection and trickles; true when the server closes it before ten seconds are over.
    static func open(port: Int) async throws -> Bool {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connect(host: "127.0.0.1", port: port).get()
        try await channel.writeAndFlush(ByteBuffer(string: "GET / HTTP/1.1\r\nX: ")).get()
        for _ in 0..<50 {
            try await Task.sleep(for: .milliseconds(200))
            guard channel.isActive else { return true }
            try? await channel.writeAndFlush(ByteBuffer(string: "y")).get()
        }
        try await channel.close().get()
        return false
    }
}

package import Hummingbird
import Logging
import NIOCore

/// *Invoer*: the form for reading case files, on the loopback of a laptop.
///
/// It listens on 127.0.0.1 alone, under a secret in its address; the browser is asked to keep nothing.
/// Every answer is in the store, sealed, before the browser hears that it was kept. The form works
/// without script; a script of its own only posts each answer as it is given.
public enum StudyEntry {
    /// Serves until the process is asked to stop.
    ///
    /// - Parameters:
    ///   - room: the study, its instrument and the clock.
    ///   - port: the port; 0 for any that is free.
    ///   - secret: what stands in every address; letters and digits.
    ///   - whenListening: called once with the address for a browser.
    /// - Throws: an error of the library when the port is taken.
    public static func run(
        _ room: EntryRoom,
        port: Int,
        secret: String,
        whenListening: @escaping @Sendable (String) -> Void
    ) async throws {
        try await application(room, port: port, secret: secret, whenListening: whenListening)
            .runService()
    }

    /// A secret for the address, of 96 random bits.
    public static func newSecret() -> String { EntryToken.next() }

    /// The application, as it runs and as tests ask it.
    package static func application(
        _ room: EntryRoom,
        port: Int,
        secret: String,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        var logger = Logger(label: "ijkpunt-entry")
        logger.logLevel = .error
        return Application(
            responder: EntryResponder(desk: EntryDesk(room), room: room, secret: secret),
            configuration: ApplicationConfiguration(
                address: .hostname("127.0.0.1", port: port),
                serverName: nil
            ),
            onServerRunning: { channel in
                let found = channel.localAddress?.port ?? port
                whenListening("http://127.0.0.1:\(found)/\(secret)/")
            },
            logger: logger
        )
    }
}

public import Definitions
public import Domain
package import Hummingbird
import Logging
import NIOCore
import Serving
public import Store

/// *De beveiligde server*: everything behind login, inside the secure area.
///
/// Pages without script, made on the server. What may be done by whom stands in ``AccessTable``.
public enum SecureServer {
    /// Serves until the process is asked to stop.
    ///
    /// - Parameters:
    ///   - store: the store.
    ///   - definitions: the definitions.
    ///   - settings: how it runs.
    ///   - now: the clock.
    ///   - whenListening: called once with the address for a browser.
    /// - Throws: ``SecureServerError``, or an error of the library.
    public static func run(
        store: DeliveryStore,
        definitions: DefinitionSet,
        settings: SecureSettings,
        now: @escaping @Sendable () -> UTCInstant,
        whenListening: @escaping @Sendable (String) -> Void
    ) async throws {
        let application = try application(
            store: store,
            definitions: definitions,
            settings: settings,
            now: now,
            whenListening: whenListening
        )
        do {
            try await application.runService()
        } catch let error as IOError where error.errnoCode == 98 {
            // 98 is EADDRINUSE.
            throw SecureServerError.portTaken(host: settings.host, port: settings.port)
        }
    }

    /// The application, as it runs and as tests ask it.
    package static func application(
        store: DeliveryStore,
        definitions: DefinitionSet,
        settings: SecureSettings,
        now: @escaping @Sendable () -> UTCInstant,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) throws -> some ApplicationProtocol {
        let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(settings.host)
        guard isLoopback || settings.isSecure else {
            throw SecureServerError.openWithoutTLS(host: settings.host)
        }
        let logger = Logger(label: "ijkpunt-secure") { label in
            LineLogHandler(label: label, level: .error)
        }
        let host = settings.host
        let port = settings.port
        return Application(
            responder: SecureResponder(
                store: store,
                definitions: definitions,
                settings: settings,
                desk: try LoginDesk(store: store, rules: definitions.login, now: now),
                now: now
            ),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [
                        RequestDeadline(
                            head: .seconds(Int64(settings.headSeconds)),
                            answer: .seconds(Int64(settings.answerSeconds))
                        )
                    ],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: settings.headBytes,
                        maxHeaderListSize: settings.headBytes,
                        maxHeaderFieldCount: 60
                    )
                )
            ),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil
            ),
            onServerRunning: { channel in
                whenListening(
                    settings.publicAddress
                        ?? "http://\(host):\(channel.localAddress?.port ?? port)"
                )
            },
            logger: logger
        )
    }
}

/// Why the secure server does not run.
public enum SecureServerError: Error, Equatable, Sendable {
    /// Another program listens there.
    case portTaken(host: String, port: Int)
    /// It would be reachable from elsewhere without TLS.
    case openWithoutTLS(host: String)
}

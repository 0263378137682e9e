public import Definitions
package import Hummingbird
import Logging
package import Publication

/// *De openbare server*: the pages of a published database over HTTP, and nothing else.
///
/// It knows no login, takes no data in and links nothing from the person level.
public enum Server {
    /// Serves until the process is asked to stop.
    ///
    /// - Parameters:
    ///   - published: The path of the published database.
    ///   - host: The address to listen on.
    ///   - port: The port to listen on; 0 for any free one.
    ///   - definitions: The definitions, for words and names.
    ///   - whenListening: Called once with the address for a browser.
    /// - Throws: ``ServerError`` when the database cannot be opened or the port is taken.
    public static func run(
        published: String,
        host: String,
        port: Int,
        definitions: DefinitionSet,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(ServerError) {
        let database: PublishedDatabase
        do {
            database = try PublishedDatabase(path: published)
        } catch {
            throw .database(error)
        }
        let site = PublicSite(database: database, definitions: definitions)
        let application = application(
            site: site,
            host: host,
            port: port,
            whenListening: whenListening
        )
        do {
            try await application.runService()
        } catch {
            throw ServerError(error, host: host, port: port)
        }
    }

    /// The application over a site, as it runs and as tests ask it.
    package static func application(
        site: PublicSite,
        host: String,
        port: Int,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        var logger = Logger(label: "ijkpunt-server")
        logger.logLevel = .error
        return Application(
            responder: SiteResponder(site: site),
            configuration: ApplicationConfiguration(
                address: .hostname(host, port: port),
                serverName: nil
            ),
            onServerRunning: { channel in
                whenListening("http://\(host):\(channel.localAddress?.port ?? port)/")
            },
            logger: logger
        )
    }
}

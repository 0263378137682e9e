public import Definitions
package import Hummingbird
import Logging
import NIOCore
package import OpenData
package import Publication
import Serving

/// *De openbare server*: the pages and open data of a published database over HTTP, nothing else.
///
/// It knows no login, takes no data in and links nothing from the person level.
public enum Server {
    /// Serves until the process is asked to stop; answers that are on their way are finished.
    ///
    /// - Parameters:
    ///   - published: The path of the published database.
    ///   - settings: How it runs.
    ///   - definitions: The definitions, for words and names.
    ///   - whenListening: Called once with the address for a browser.
    /// - Throws: ``ServerError`` when the database cannot be opened or the port is taken.
    public static func run(
        published: String,
        settings: ServerSettings,
        definitions: DefinitionSet,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) async throws(ServerError) {
        let database: PublishedDatabase
        let openData: OpenData
        do {
            database = try PublishedDatabase(path: published)
            openData = OpenData(
                database: database,
                definitions: definitions,
                pageRows: settings.pageRows
            )
            // The tables are made before the first visitor comes.
            _ = try openData.release()
        } catch {
            throw .database(error)
        }
        let application = application(
            site: PublicSite(database: database, definitions: definitions),
            openData: openData,
            licence: definitions.openData.licence,
            settings: settings,
            whenListening: whenListening
        )
        do {
            try await application.runService()
        } catch {
            throw ServerError(error, host: settings.host, port: settings.port)
        }
    }

    /// The application over a site, as it runs and as tests ask it.
    package static func application(
        site: PublicSite,
        openData: OpenData,
        licence: String,
        settings: ServerSettings,
        whenListening: @escaping @Sendable (String) -> Void = { _ in }
    ) -> some ApplicationProtocol {
        let level: Logger.Level = settings.logsRequests ? .info : .error
        let logger = Logger(label: "ijkpunt-server") { label in
            LineLogHandler(label: label, level: level)
        }
        let head = TimeAmount.seconds(Int64(settings.headSeconds))
        let answer = TimeAmount.seconds(Int64(settings.answerSeconds))
        let host = settings.host
        let port = settings.port
        return Application(
            responder: SiteResponder(
                site: site,
                openData: OpenDataEndpoint(
                    openData: openData,
                    cache: AnswerCache(limit: settings.cacheBytes / 2),
                    address: PublicAddress(given: settings.publicAddress),
                    licence: licence
                ),
                // One setting is one limit: a half for each, so that neither drives out the other.
                pages: AnswerCache(limit: settings.cacheBytes - settings.cacheBytes / 2),
                metrics: ServerMetrics(),
                logger: settings.logsRequests ? logger : nil
            ),
            server: .http1(
                configuration: .init(
                    additionalChannelHandlers: [RequestDeadline(head: head, answer: answer)],
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: settings.headBytes,
                        maxHeaderListSize: settings.headBytes,
                        maxHeaderFieldCount: 100
                    )
                )
            ),
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

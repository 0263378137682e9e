import ArgumentParser
import Definitions
import Domain
import Foundation
import SecureServer
import Store

/// `ijkpunt secure-serve`: everything behind login.
struct SecureServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secure-serve",
        abstract: "Serves the pages behind login, inside the secure area.",
        discussion: """
            Listens on this machine alone; TLS is the work of a proxy before it, whose address is
            given with --public-address. Accounts are made with ijkpunt account.

            EXAMPLE
              ijkpunt secure-serve --store winkel.sqlite --public-address https://veilig.example
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "The address to listen on.")
    var host = "127.0.0.1"

    @Option(help: "The port to listen on; 0 for any free one.")
    var port = 8081

    @Option(help: "The address by which browsers know the server, as https://veilig.example.")
    var publicAddress: String?

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port \(port): expected a number from 0 to 65535.")
        }
        if let publicAddress {
            guard publicAddress.hasPrefix("https://"), !publicAddress.dropFirst(8).contains("/"),
                publicAddress.count > 8
            else {
                throw ValidationError(
                    "--public-address \(publicAddress): expected an address as "
                        + "https://veilig.example, without a path."
                )
            }
        }
    }

    func run() async throws {
        var opened: (store: DeliveryStore, definitions: DefinitionSet)?
        try common.reporting { definitions in
            opened = (try place.openedForLogin(), definitions)
        }
        guard let (store, definitions) = opened else { return }
        let language = common.spoken
        let isQuiet = common.quiet
        do {
            try await SecureServer.run(
                store: store,
                definitions: definitions,
                settings: SecureSettings(host: host, port: port, publicAddress: publicAddress),
                now: { UTCInstant(seconds: Int64(Date().timeIntervalSince1970)) },
                whenListening: { address in
                    guard !isQuiet else { return }
                    let values = ["address": address]
                    Console.write(
                        .standardOutput,
                        definitions.texts("cli.secure.listening", language, values) + "\n"
                    )
                }
            )
        } catch {
            let complaint = Complaint(error)
            Console.write(
                .standardError,
                complaint.message(language, definitions.texts) + "\n"
            )
            throw ExitCode(complaint.code)
        }
    }
}

import ArgumentParser
import Definitions
import Domain
import Foundation
import Pipeline

/// `ijkpunt deliveries register`: who must deliver.
struct DeliveriesRegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register",
        abstract:
            "Keeps a register of holders: who must deliver which source, from when till when.",
        discussion: """
            CSV with the header source,holder,from,until,merged_into; until and merged_into may be
            empty. A later register stands beside the earlier ones; the newest holds.

            EXAMPLE
              ijkpunt deliveries register bronhouders.csv --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The register, CSV.")
    var path: String

    func run() throws {
        try common.reporting { definitions in
            guard let data = FileManager.default.contents(atPath: path),
                let text = String(validating: data, as: UTF8.self)
            else { throw Complaint.InputError.table(path: path) }
            let vintage = try DeliveryDesk(
                store: place.open(),
                actor: acting.actor(.administrator)
            ).keep(registerCSV: text, path: path, definitions: definitions)
            common.say(
                definitions.texts(
                    "cli.deliveries.registered",
                    common.spoken,
                    ["path": path, "store": place.store, "vintage": "\(vintage)"]
                )
            )
        }
    }
}

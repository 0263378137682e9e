import ArgumentParser
import Definitions
import Domain
import Foundation
import ReleaseRoom

/// `ijkpunt release context`: the form, what was answered, and remarks.
struct ReleaseContextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "context",
        abstract:
            "Prints the form to fill in, or what stands in a submission; adds a remark to it.",
        discussion: """
            EXAMPLE
              ijkpunt release context > formulier.yaml
              ijkpunt release context 1 --store winkel.sqlite --comment "Welke regio's zijn dit?"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the submission; without it the empty form is printed.")
    var id: Int?

    @Option(help: "The store with deliveries.")
    var store: String?

    @Option(help: "The key file; by default $IJKPUNT_KEY_FILE, else ~/.config/ijkpunt/store.key.")
    var key: String?

    @Option(help: "A remark, which everybody at the desk can read at once.")
    var comment: String?

    func validate() throws {
        if id != nil, store == nil {
            throw ValidationError("--store: expected the store that holds the submission.")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            guard let id, let store else {
                let form = try common.definitionFolder().appending(
                    path: "templates/release-context.yaml"
                )
                guard let data = FileManager.default.contents(atPath: form.path) else {
                    throw Complaint.InputError.table(path: form.path)
                }
                Console.write(.standardOutput, String(decoding: data, as: UTF8.self))
                return
            }
            let desk = ReleaseDesk(
                store: try StoreOptions.open(store, key: KeyPlace.path(key)),
                actor: acting.actor(.checker)
            )
            if let comment { try desk.comment(id, comment) }
            let own = try desk.submission(id)
            let values = [
                "id": "\(id)", "by": own.submitted.by, "at": own.submitted.at.description,
                "purpose": own.dossier.context.purpose,
                "population": own.dossier.context.population,
                "n": "\(own.dossier.context.unweightedN)",
                "safe": own.dossier.context.whySafe, "tables": "\(own.dossier.items.count)",
            ]
            var text = definitions.texts("cli.release.context", common.spoken, values) + "\n"
            for item in own.dossier.items {
                text += "  \(item.name)  \(item.cells)  \(item.sha256)\n"
            }
            for word in own.comments { text += "# \(word.by), \(word.at): \(word.text)\n" }
            Console.write(.standardOutput, text)
        }
    }
}

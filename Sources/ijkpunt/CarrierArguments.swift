import ArgumentParser
import Definitions
import Intake

/// Options of commands that read deliveries in other forms than that of the protocol.
struct CarrierArguments: ParsableArguments {
    @Option(
        help: """
            The layout of files with fields on fixed places, by its id in the definitions.
            """
    )
    var layout: String?

    @Option(help: "A column mapping, to read your own export: a file in YAML.")
    var mapping: String?

    /// The options, with the records they name.
    func options(_ definitions: DefinitionSet) throws -> CarrierOptions {
        var options = CarrierOptions()
        if let layout {
            guard let found = definitions.layouts[layout] else {
                let known = definitions.layouts.keys.sorted().joined(separator: ", ")
                throw ValidationError("--layout \(layout): expected one of \(known).")
            }
            options.layout = found
        }
        if let mapping {
            let found = try definitions.mapping(path: mapping)
            if let layout = options.layout, layout.source != found.source {
                throw ValidationError(
                    """
                    --mapping \(mapping): it is for \(found.source), and the layout for \
                    \(layout.source); expected the same source.
                    """
                )
            }
            options.mapping = found
        }
        return options
    }
}

import ArgumentParser

/// `ijkpunt stat`: statistical methods on a table.
struct StatCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stat",
        abstract: "Statistical methods on a CSV file; JSON with the conventions named.",
        discussion: """
            Nothing is stored or sent. Names of methods, options and columns are those of the \
            literature; see `ijkpunt stat list`.

            EXAMPLES
              ijkpunt stat list
              ijkpunt stat list kaplan-meier
              ijkpunt stat proportion --input geteld.csv
              ijkpunt stat kaplan-meier --input wachten.csv --options keuzes.json
            """,
        subcommands: [StatListCommand.self, StatRunCommand.self],
        defaultSubcommand: StatRunCommand.self
    )
}

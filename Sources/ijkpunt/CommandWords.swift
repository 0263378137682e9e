import ArgumentParser

/// The words by which a command is run, as `permit approve`.
enum CommandWords {
    /// The words of a command, without the name of the program.
    static func words(of command: any ParsableCommand.Type) -> String {
        find(command, in: IjkpuntCommand.self)?.dropFirst().joined(separator: " ") ?? ""
    }

    private static func find(
        _ command: any ParsableCommand.Type,
        in tree: any ParsableCommand.Type
    ) -> [String]? {
        let name = tree.configuration.commandName ?? ""
        if tree == command { return [name] }
        for child in tree.configuration.subcommands {
            if let rest = find(command, in: child) { return [name] + rest }
        }
        return nil
    }
}

import ArgumentParser

/// `ijkpunt release`: the release room and the signed bundle.
struct ReleaseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Release by two people, and the signed bundle of what was released.",
        discussion: """
            Real figures are published after two checkers, neither of whom submitted them, agreed
            without seeing each other's vote. Fictive figures need nobody.

            EXAMPLE
              ijkpunt release context > formulier.yaml
              ijkpunt release submit --store winkel.sqlite --context formulier.yaml --by "A. de Vries"
              ijkpunt release vote 1 --approve --reason "Alles afgerond." --store winkel.sqlite \\
                --by "B. Bakker"
            """,
        subcommands: [
            ReleaseSubmitCommand.self, ReleaseContextCommand.self, ReleaseVoteCommand.self,
            ReleaseStatusCommand.self, ReleaseReleaseCommand.self, ReleaseWithdrawCommand.self,
            ReleaseBundleCommand.self, ReleaseVerifyCommand.self,
        ]
    )
}

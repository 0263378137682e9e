import ArgumentParser
import Definitions
import Domain
import ReleaseRoom

/// `ijkpunt release status`: the submissions and how far they have come.
struct ReleaseStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Lists the submissions with their state; votes once both are there.",
        discussion: """
            EXAMPLE
              ijkpunt release status --store winkel.sqlite
              ijkpunt release status 1 --store winkel.sqlite --json
            """
    )

    private struct Line: Encodable {
        struct Vote: Encodable {
            let by: String
            let approves: Bool
            let reason: String
        }

        let id: Int
        let state: String
        let tables: Int
        let submittedBy: String
        let submittedAt: String
        let voters: [String]
        let votes: [Vote]?
        let comments: [String]
        let releasedBy: String?
        let withdrawn: String?

        init(_ own: Submission) {
            id = own.id
            state = own.state.rawValue
            tables = own.dossier.items.count
            submittedBy = own.submitted.by
            submittedAt = own.submitted.at.description
            voters = own.voters
            votes = own.votes?.map {
                Vote(by: $0.word.by, approves: $0.approves, reason: $0.word.text)
            }
            comments = own.comments.map(\.text)
            releasedBy = own.released?.by
            withdrawn = own.withdrawal?.text
        }
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "One submission; all by default.")
    var id: Int?

    @Flag(help: "Write the list as JSON, one a line.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let desk = ReleaseDesk(store: try place.open(), actor: acting.actor(.checker))
            let all = try id.map { [try desk.submission($0)] } ?? desk.submissions()
            for own in all {
                let line = Line(own)
                if json {
                    Console.write(.standardOutput, try JSONLine.text(line))
                    continue
                }
                var text =
                    definitions.texts(
                        "cli.release.status.\(line.state)",
                        common.spoken,
                        [
                            "id": "\(line.id)", "tables": "\(line.tables)",
                            "by": line.submittedBy, "at": line.submittedAt,
                            "votes": "\(line.voters.count)",
                            "needed": "\(ReleaseRoom.checkers)", "reason": line.withdrawn ?? "",
                        ]
                    ) + "\n"
                for vote in line.votes ?? [] {
                    text +=
                        definitions.texts(
                            vote.approves ? "cli.release.vote.for" : "cli.release.vote.against",
                            common.spoken,
                            ["by": vote.by, "reason": vote.reason]
                        ) + "\n"
                }
                Console.write(.standardOutput, text)
            }
        }
    }
}

import ArgumentParser
import Definitions
import Domain
import Foundation
import Pipeline
import Privacy
import Store

/// `ijkpunt permit`: the proportionality gate.
struct PermitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "permit",
        abstract: "Permits for linking sources, adding fields and what needs either.",
        discussion: """
            What the law does not already have delivered for these figures is refused until two
            persons other than the asker approved it.

            EXAMPLE
              ijkpunt permit request aanvraag.yaml --store winkel.sqlite --by "A. de Vries"
            """,
        subcommands: [
            PermitRequestCommand.self, PermitReviewCommand.self, PermitApproveCommand.self,
            PermitWithdrawCommand.self, PermitListCommand.self, PermitAssessmentCommand.self,
        ]
    )
}

/// `ijkpunt permit request`: asks for a permit.
struct PermitRequestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "request",
        abstract: "Asks for a permit, with every weighing in its own words.",
        discussion: """
            The growth in the risk of re-identification is computed on the store and kept with the
            request. templates/permit-request.yaml beside the definitions is a form to fill in.

            EXAMPLE
              ijkpunt permit request aanvraag.yaml --store winkel.sqlite --by "A. de Vries"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The request, a YAML file.")
    var file: String

    func run() throws {
        try common.reporting { definitions in
            let request = try PermitRequest.read(from: URL(filePath: file))
            let store = try place.open()
            let growth = try LinkageRisk(
                store: store,
                limit: definitions.privacy.permits.smallestClass,
                workers: common.workers
            ).growth(of: request.kind == .linkage ? request.sources : [])
            let risk = growth.map {
                definitions.texts("cli.permit.risk", common.spoken, $0.values)
            }
            let id = try PermitDesk(
                store: store,
                definitions: definitions,
                actor: acting.actor(.analyst)
            ).request(request, risk: risk ?? "")
            let unknown = definitions.texts("cli.permit.risk-unknown", common.spoken)
            Console.write(
                .standardOutput,
                definitions.texts(
                    "cli.permit.requested",
                    common.spoken,
                    [
                        "id": "\(id)", "risk": risk ?? unknown,
                        "approvers": "\(definitions.privacy.permits.approvers)",
                    ]
                ) + "\n"
            )
        }
    }
}

/// `ijkpunt permit review`: shows a permit, or adds a remark.
struct PermitReviewCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "review",
        abstract: "Shows a permit as it was asked, or adds a remark to it.",
        discussion: """
            EXAMPLE
              ijkpunt permit review 1 --store winkel.sqlite --remark "Kan dit met minder velden?"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the permit.")
    var id: Int

    @Option(help: "A remark to keep with it.")
    var remark: String?

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let actor = acting.actor(.checker)
            if let remark {
                try PermitDesk(store: store, definitions: definitions, actor: actor)
                    .review(id, remark: remark)
            }
            let gate = PermitGate(store: store, definitions: definitions, actor: actor)
            guard let found = try gate.permits().first(where: { $0.permit.id == id }) else {
                throw PermitRefusal.unknown(permit: id)
            }
            var text = found.permit.request.yaml
            text += "# \(found.permit.asked.by), \(found.permit.asked.at)\n"
            if !found.permit.risk.isEmpty { text += "# \(found.permit.risk)\n" }
            for word in found.permit.reviews + found.permit.approvals {
                text += "# \(word.by), \(word.at): \(word.remark)\n"
            }
            Console.write(.standardOutput, text)
        }
    }
}

/// `ijkpunt permit approve`: approves a permit.
struct PermitApproveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "approve",
        abstract: "Approves a permit; the asker cannot, and nobody can twice.",
        discussion: """
            EXAMPLE
              ijkpunt permit approve 1 --store winkel.sqlite --by "B. Bakker"
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the permit.")
    var id: Int

    @Option(help: "Why.")
    var remark = ""

    func run() throws {
        try common.reporting { definitions in
            let permit = try PermitDesk(
                store: place.open(),
                definitions: definitions,
                actor: acting.actor(.checker)
            ).approve(id, remark: remark)
            Console.write(
                .standardOutput,
                definitions.texts(
                    "cli.permit.approved",
                    common.spoken,
                    [
                        "id": "\(id)", "approvals": "\(permit.approvals.count)",
                        "needed": "\(definitions.privacy.permits.approvers)",
                    ]
                ) + "\n"
            )
        }
    }
}

/// `ijkpunt permit withdraw`: withdraws a permit.
struct PermitWithdrawCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Withdraws a permit; from then on it is refused.",
        discussion: """
            EXAMPLE
              ijkpunt permit withdraw 1 --store winkel.sqlite --reason "Het doel is bereikt."
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The number of the permit.")
    var id: Int

    @Option(help: "Why.")
    var reason: String

    func run() throws {
        try common.reporting { definitions in
            try PermitDesk(
                store: place.open(),
                definitions: definitions,
                actor: acting.actor(.checker)
            ).withdraw(id, reason: reason)
            Console.write(
                .standardOutput,
                definitions.texts("cli.permit.withdrawn", common.spoken, ["id": "\(id)"]) + "\n"
            )
        }
    }
}

/// `ijkpunt permit list`: the permits and their state.
struct PermitListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the permits with their state.",
        discussion: """
            EXAMPLE
              ijkpunt permit list --store winkel.sqlite
            """
    )

    private struct Line: Encodable {
        let id: Int
        let kind: String
        let sources: [String]
        let elements: [String]
        let state: String
        let approvals: Int
        let expires: String
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Flag(help: "Write the list as JSON, one a line.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let gate = PermitGate(
                store: try place.open(),
                definitions: definitions,
                actor: Acting.actor(.checker)
            )
            if !json {
                Console.write(.standardOutput, "id,kind,sources,state,approvals,expires\n")
            }
            for (permit, state) in try gate.permits() {
                let line = Line(
                    id: permit.id,
                    kind: permit.request.kind.rawValue,
                    sources: permit.request.sources,
                    elements: permit.request.elements,
                    state: PermitListCommand.name(state),
                    approvals: permit.approvals.count,
                    expires: permit.request.expires.description
                )
                Console.write(
                    .standardOutput,
                    try json
                        ? JSONLine.text(line)
                        : "\(line.id),\(line.kind),\(line.sources.joined(separator: "+")),"
                            + "\(line.state),\(line.approvals),\(line.expires)\n"
                )
            }
        }
    }

    static func name(_ state: Permit.State) -> String {
        switch state {
        case .awaiting: "awaiting"
        case .inForce: "in-force"
        case .expired: "expired"
        case .withdrawn: "withdrawn"
        }
    }
}

/// `ijkpunt permit assessment`: the DPIA.
struct PermitAssessmentCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "assessment",
        abstract: "Writes the data protection impact assessment from the permits in force.",
        discussion: """
            EXAMPLE
              ijkpunt permit assessment --store winkel.sqlite --out dpia
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "The folder to write.")
    var out: String

    func run() throws {
        try common.reporting { definitions in
            let gate = PermitGate(
                store: try place.open(),
                definitions: definitions,
                actor: Acting.actor(.checker)
            )
            let document = ImpactAssessment(definitions: definitions, language: common.spoken)
                .document(permits: try gate.inForce(), on: today())
            try DocumentFiles.write(document, name: "dpia", to: out)
            common.say(definitions.texts("cli.written", common.spoken, ["path": out]))
        }
    }
}

/// A document as Markdown and HTML files.
enum DocumentFiles {
    static func write(_ document: Document, name: String, to folder: String) throws {
        let place = URL(filePath: folder)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for (suffix, text) in [("md", document.markdown), ("html", document.html)] {
            try Data(text.utf8).write(
                to: place.appending(path: "\(name).\(suffix)"),
                options: .atomic
            )
        }
    }
}

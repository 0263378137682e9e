import ArgumentParser
import Definitions
import Domain
import Foundation
import Keys
import Privacy
import Store

/// `ijkpunt audit`: the log of what was done.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "The log of everything that was done with a store.",
        discussion: """
            EXAMPLE
              ijkpunt audit verify --store winkel.sqlite --checkpoint bewaard.txt
            """,
        subcommands: [AuditVerifyCommand.self, AuditShowCommand.self, AuditExportCommand.self]
    )
}

/// `ijkpunt audit verify`: follows the chain and names what is wrong.
struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract:
            "Follows the chain of the log and names every line that is not as it was written.",
        discussion: """
            A log that was cut off together with its own checkpoints can only be found out against
            a checkpoint that was kept elsewhere: see audit export.

            EXAMPLE
              ijkpunt audit verify --store winkel.sqlite --checkpoint bewaard.txt
            """
    )

    private struct Result: Encodable {
        let lines: Int
        let checkpoints: Int
        let mistakes: [String]
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "A file with checkpoints that were kept elsewhere.")
    var checkpoint: String?

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let kept = try checkpoint.map { path in
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw Complaint.InputError.table(path: path)
                }
                return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline)
                    .compactMap { AuditCheckpoint(line: $0) }
            }
            let found = try place.open().verifyAudit(against: kept ?? [])
            let wording = AuditWording(texts: definitions.texts, language: common.spoken)
            let mistakes = found.mistakes.map(wording.text)
            if json {
                let result = Result(
                    lines: found.lines,
                    checkpoints: found.checkpoints,
                    mistakes: mistakes
                )
                Console.write(.standardOutput, try JSONLine.text(result))
            } else {
                for mistake in mistakes { Console.write(.standardOutput, mistake + "\n") }
                let text = definitions.texts(
                    mistakes.isEmpty ? "cli.audit.sound" : "cli.audit.unsound",
                    common.spoken,
                    [
                        "lines": "\(found.lines)", "checkpoints": "\(found.checkpoints)",
                        "mistakes": "\(mistakes.count)",
                    ]
                )
                Console.write(.standardOutput, text + "\n")
            }
            if !mistakes.isEmpty { throw ExitCode(4) }
        }
    }
}

/// `ijkpunt audit show`: the lines.
struct AuditShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Shows the lines of the log.",
        discussion: """
            EXAMPLE
              ijkpunt audit show --store winkel.sqlite --kind refusal
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "Only lines of this kind; may be given more than once.")
    var kind: [String] = []

    @Flag(help: "Write the lines as JSON, one a line.")
    var json = false

    func validate() throws {
        let known = AuditEvent.Kind.allCases.map(\.rawValue)
        for name in kind where !known.contains(name) {
            throw ValidationError(
                "--kind \(name): expected one of \(known.joined(separator: ", "))."
            )
        }
    }

    func run() throws {
        try common.reporting { _ in
            let kinds = Set(kind.compactMap { AuditEvent.Kind(rawValue: $0) })
            for line in try place.open().auditLines(kinds.isEmpty ? nil : kinds) {
                Console.write(
                    .standardOutput,
                    try json
                        ? JSONLine.text(AuditLineText(line, withSealed: true))
                        : AuditLineText.plain(line)
                )
            }
        }
    }
}

/// `ijkpunt audit export`: the log for somebody else, and the checkpoint to keep.
struct AuditExportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes the log and its last checkpoint, without what is sealed.",
        discussion: """
            The checkpoint goes to somebody who does not run the store: against it a log that was
            cut off is found out.

            EXAMPLE
              ijkpunt audit export --store winkel.sqlite --out logboek
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "The folder to write.")
    var out: String

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let folder = URL(filePath: out)
            try FileManager.default.createDirectory(
                at: folder,
                withIntermediateDirectories: true
            )
            let lines = try store.auditLines().map {
                try JSONLine.text(AuditLineText($0, withSealed: false))
            }.joined()
            try Data(lines.utf8).write(to: folder.appending(path: "log.jsonl"), options: .atomic)
            let checkpoint = try store.lastCheckpoint().map { $0.line + "\n" } ?? ""
            try Data(checkpoint.utf8).write(
                to: folder.appending(path: "checkpoint.txt"),
                options: .atomic
            )
            let key = Hexadecimal.text(try store.auditPublicKey()) + "\n"
            try Data(key.utf8).write(
                to: folder.appending(path: "public-key.txt"),
                options: .atomic
            )
            common.say(definitions.texts("cli.audit.exported", common.spoken, ["path": out]))
        }
    }
}

/// A line of the log as it is written out.
struct AuditLineText: Encodable {
    let number: Int
    let at: String
    let kind: String
    let role: String
    let actor: String?
    let facts: [String: String]
    let sealed: [String: String]?
    let hash: String

    init(_ line: AuditLine, withSealed: Bool) {
        number = line.number
        at = line.at.description
        kind = line.event.kind.rawValue
        role = line.event.role.rawValue
        actor = withSealed ? line.event.actor : nil
        facts = line.event.facts
        sealed = withSealed && !line.event.sealed.isEmpty ? line.event.sealed : nil
        hash = Hexadecimal.text(line.hash)
    }

    static func plain(_ line: AuditLine) -> String {
        let facts = line.event.facts.sorted { $0.key < $1.key }
            .map { "\($0.key)=\($0.value)" }.joined(separator: " ")
        return "\(line.number) \(line.at) \(line.event.role.rawValue) \(line.event.actor) "
            + "\(line.event.kind.rawValue) \(facts)\n"
    }
}

import ArgumentParser
import Definitions
import Foundation
import Keys
import Publication
import ReleaseRoom

/// `ijkpunt release bundle`: one signed archive of what was published.
struct ReleaseBundleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bundle",
        abstract:
            "Writes tables, definitions, evidence, vintages and hashes as one signed archive.",
        discussion: """
            A tar archive, signed with Ed25519 by the key of the store. The public key that is printed
            goes to whoever wants to verify, by another way than the archive.

            EXAMPLE
              ijkpunt release bundle --store winkel.sqlite --published gepubliceerd.sqlite \\
                --out uitgave.tar
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Option(help: "The published database.")
    var published: String

    @Option(help: "The archive to write.")
    var out: String

    @Flag(help: "Write the result as JSON.")
    var json = false

    private struct Result: Encodable {
        let path: String
        let bytes: Int
        let publicKey: String
    }

    func run() throws {
        try common.reporting { definitions in
            let (archive, key) = try ReleaseBundle(
                store: place.open(),
                contents: PublishedDatabase(path: published).current(),
                definitions: common.definitionFolder(),
                version: IjkpuntCommand.configuration.version
            ).make()
            do {
                try Data(archive).write(to: URL(filePath: out), options: .atomic)
            } catch {
                throw Complaint.InputError.unwritable(path: out)
            }
            let digits = Hexadecimal.text(key)
            Console.write(
                .standardOutput,
                try json
                    ? JSONLine.text(Result(path: out, bytes: archive.count, publicKey: digits))
                    : digits + "\n"
            )
            common.say(
                definitions.texts(
                    "cli.release.bundled",
                    common.spoken,
                    ["path": out, "bytes": "\(archive.count)"]
                )
            )
        }
    }
}

/// `ijkpunt release verify`: a bundle against its signature and its hashes.
struct ReleaseVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Holds a bundle against its signature and its hashes, on any machine.",
        discussion: """
            --public-key is the key as 64 hexadecimal digits, or a file that holds them.

            EXAMPLE
              ijkpunt release verify uitgave.tar --public-key sleutel.txt
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The archive.")
    var bundle: String

    @Option(help: "The public key of whoever released it: 64 digits, or a file with them.")
    var publicKey: String

    @Flag(help: "Write the result as JSON.")
    var json = false

    private struct Result: Encodable {
        let files: Int
        let day: String
        let origin: String
        let submission: Int?
        let mistakes: [String]
    }

    func run() throws {
        let text =
            FileManager.default.contents(atPath: publicKey)
            .map { String(decoding: $0, as: UTF8.self) } ?? publicKey
        let digits = text.filter { !$0.isWhitespace }
        guard let key = Hexadecimal.bytes(Array(digits.utf8)), key.count == 32 else {
            throw ValidationError(
                "--public-key: expected 64 hexadecimal digits, or a file that holds them."
            )
        }
        try common.reporting { definitions in
            guard let data = FileManager.default.contents(atPath: bundle) else {
                throw Complaint.InputError.table(path: bundle)
            }
            let check = BundleCheck(Array(data), publicKey: key)
            let mistakes = check.mistakes.map { mistake in
                let (key, values) = ReleaseVerifyCommand.wording(mistake)
                return definitions.texts(
                    "cli.release.verify.\(key)",
                    common.spoken,
                    values.merging(["path": bundle]) { $1 }
                )
            }
            if json {
                let result = Result(
                    files: check.files,
                    day: check.day,
                    origin: check.origin,
                    submission: check.submission,
                    mistakes: mistakes
                )
                Console.write(.standardOutput, try JSONLine.text(result))
            } else {
                for mistake in mistakes { Console.write(.standardOutput, mistake + "\n") }
                if mistakes.isEmpty {
                    let sound = definitions.texts(
                        "cli.release.verify.sound.\(check.origin)",
                        common.spoken,
                        [
                            "path": bundle, "files": "\(check.files)", "day": check.day,
                            "submission": check.submission.map { "\($0)" } ?? "",
                        ]
                    )
                    Console.write(.standardOutput, sound + "\n")
                }
            }
            if !mistakes.isEmpty { throw ExitCode(1) }
        }
    }

    private static func wording(_ mistake: BundleCheck.Mistake) -> (String, [String: String]) {
        switch mistake {
        case .notABundle: ("not-a-bundle", [:])
        case .otherKey(let key): ("other-key", ["key": key])
        case .manifest: ("manifest", [:])
        case .changed(let path): ("changed", ["file": path])
        case .missing(let path): ("missing", ["file": path])
        case .added(let path): ("added", ["file": path])
        }
    }
}

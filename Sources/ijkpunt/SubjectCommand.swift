import ArgumentParser
import Columns
import Definitions
import Domain
import Foundation
import Keys
import Pipeline
import Privacy
import Store

/// `ijkpunt subject`: what a data subject asks, through the holder.
struct SubjectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "subject",
        abstract: "Requests of data subjects, who come through the holder.",
        discussion: """
            Only the holder knows the number; it makes the sender pseudonym and hands that over.
            The receiving side never learns whose request it is.

            EXAMPLE
              ijkpunt subject pseudonym --source jeugdhulp --period 2019H1 --sender-key zender.key
            """,
        subcommands: [
            SubjectPseudonymCommand.self, SubjectCountCommand.self, SubjectEraseCommand.self,
        ]
    )
}

/// `ijkpunt subject pseudonym`: at the holder, the sender pseudonym of one number.
struct SubjectPseudonymCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pseudonym",
        abstract: "At the holder: reads a number from stdin and prints its sender pseudonym.",
        discussion: """
            From stdin, so that the number stands in no history of commands.

            EXAMPLE
              ijkpunt subject pseudonym --source jeugdhulp --period 2019H1 --sender-key zender.key
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "The source.")
    var source: String

    @Option(help: "A half-year of the domain, as 2019H1.")
    var period: String

    @Option(help: "The sender key: a file, env:NAME or fd:3.")
    var senderKey: String

    func run() throws {
        try common.reporting { definitions in
            guard let half = ReportingPeriod(period) else {
                throw ValidationError("--period \(period): expected a half-year as 2019H1.")
            }
            let key = try SenderKey(at: KeyPlace(senderKey))
            let domain = definitions.privacy.domain(of: source, in: half).id
            guard let line = readLine(), let number = CitizenNumber.read(line) else {
                throw Complaint.InputError.number
            }
            let scrambler = NumberScrambler()
            let made = try key.kernel(domain: domain).pseudonyms(
                of: [scrambler.scramble(number)],
                scrambler: scrambler,
                workers: Workers(cores: 1)
            )
            let text = made.map { String(decoding: $0.senderText, as: UTF8.self) }.joined()
            Console.write(.standardOutput, "\(domain) \(key.mark(domain: domain)) \(text)\n")
        }
    }
}

/// A number typed in, which is never shown again.
enum CitizenNumber {
    /// Nine digits that pass the elfproef, or `nil`.
    static func read(_ line: String) -> UInt32? {
        let digits = line.utf8.map { Int($0) - 0x30 }
        guard digits.count == 9, digits.allSatisfy({ (0...9).contains($0) }) else { return nil }
        let weights = [9, 8, 7, 6, 5, 4, 3, 2, -1]
        let sum = zip(digits, weights).reduce(0) { $0 + $1.0 * $1.1 }
        guard sum.isMultiple(of: 11) else { return nil }
        return UInt32(digits.reduce(0) { $0 * 10 + $1 })
    }
}

/// What the receiving side is told: the line that subject pseudonym printed.
struct SubjectOptions: ParsableArguments {
    @Option(help: "A file with the line that subject pseudonym printed at the holder.")
    var from: String

    /// Domain and sender pseudonym.
    func read() throws -> (domain: String, sender: Pseudonym) {
        guard let data = FileManager.default.contents(atPath: from) else {
            throw Complaint.InputError.table(path: from)
        }
        let words = String(decoding: data, as: UTF8.self).split(whereSeparator: \.isWhitespace)
        guard words.count == 3, let bytes = Hexadecimal.bytes(words[2].utf8), bytes.count == 16
        else { throw Complaint.InputError.subject(path: from) }
        return (String(words[0]), Pseudonym(bytes: bytes))
    }
}

/// `ijkpunt subject count`: what is there of a person, for the holder to tell them.
struct SubjectCountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "count",
        abstract: "How many records of a person there are, by source and half-year (access).",
        discussion: """
            The holder has the records themselves, and shows them. What is wrong in them is put
            right at the holder and delivered again, which makes a new vintage.

            EXAMPLE
              ijkpunt subject count --from betrokkene.txt --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var subject: SubjectOptions

    func run() throws {
        try common.reporting { definitions in
            let store = try place.open()
            let (domain, sender) = try subject.read()
            let found = try SubjectRecords(
                store: store,
                definitions: definitions,
                actor: acting.actor(.administrator),
                workers: common.workers
            ).count(sender: sender, domain: domain)
            Console.write(.standardOutput, "source,period,holder,vintage,records\n")
            for line in found {
                Console.write(
                    .standardOutput,
                    "\(line.source),\(line.period),\(line.holder),\(line.vintage),\(line.records)\n"
                )
            }
        }
    }
}

/// `ijkpunt subject erase`: erases a person.
struct SubjectEraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "erase",
        abstract: "Erases a person from all vintages of a domain (erasure, objection).",
        discussion: """
            The holder has to leave the person out of later deliveries: the store cannot know them.

            EXAMPLE
              ijkpunt subject erase --from betrokkene.txt --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions
    @OptionGroup var subject: SubjectOptions

    func run() throws {
        try common.reporting { definitions in
            let (domain, sender) = try subject.read()
            let erasure = try SubjectRecords(
                store: place.open(),
                definitions: definitions,
                actor: acting.actor(.administrator),
                workers: common.workers
            ).erase(sender: sender, domain: domain)
            Console.write(
                .standardOutput,
                definitions.texts(
                    "cli.subject.erased",
                    common.spoken,
                    ["rows": "\(erasure.rows)", "segments": "\(erasure.segments)"]
                ) + "\n"
            )
        }
    }
}

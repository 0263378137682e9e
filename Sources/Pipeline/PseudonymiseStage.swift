public import Columns
public import Definitions
import Domain
public import Foundation
public import Intake
public import Keys

/// The holder's step of the two: a delivery with numbers becomes one with sender pseudonyms.
///
/// The file is read by the same rules as on receipt, so that special codes and numbers that fail
/// the elfproef mean the same. What is written holds no number anywhere.
public struct PseudonymiseStage {
    /// What makes the sender pseudonyms.
    public enum Maker {
        /// The key that all holders of the domain have.
        case key(SenderKey)
        /// The oblivious service: its public key, and what hands it blinded numbers.
        case service(publicKey: Data, ask: ([Data]) throws -> [Data])
    }

    /// What became of a file.
    public struct Outcome: Sendable {
        /// The file as read, with its findings.
        public let file: ReadFile
        /// The file written, or `nil` when it was refused.
        public let path: String?
        /// The mark of the key that was used.
        public let mark: String
        /// Distinct persons.
        public let persons: Int

        /// Creates an outcome.
        public init(file: ReadFile, path: String?, mark: String, persons: Int) {
            self.file = file
            self.path = path
            self.mark = mark
            self.persons = persons
        }
    }

    private let definitions: DefinitionSet
    private let context: IntakeContext
    private let maker: Maker

    /// Creates the stage.
    public init(definitions: DefinitionSet, maker: Maker, workers: Workers) {
        self.definitions = definitions
        self.maker = maker
        context = IntakeContext(definitions: definitions, workers: workers)
    }

    /// Turns one file and writes it as `<folder>/<source>/<name>`, at once or not at all.
    ///
    /// - Throws: `DeliveryError`, `ObliviousError`, or what writing throws.
    public func run(
        _ path: String,
        source: SourceDefinition,
        to folder: String
    ) throws -> Outcome {
        let file = try FileReading(context: context).read(
            path,
            source: source,
            workers: context.workers
        )
        guard !file.isRefused, let period = file.period, file.senderMark == nil else {
            return Outcome(file: file, path: nil, mark: file.senderMark ?? "", persons: 0)
        }
        let domain = definitions.privacy.domain(of: source.id, in: period).id
        let numbering = try Numbering(file.rows.numbers, workers: context.workers)
        let (mark, made) = try pseudonyms(of: numbering.distinct, domain: domain)
        let place = URL(filePath: folder).appending(path: source.id)
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        let target = place.appending(path: URL(filePath: path).lastPathComponent)
        let draft = target.appendingPathExtension("part")
        defer { try? FileManager.default.removeItem(at: draft) }
        guard FileManager.default.createFile(atPath: draft.path, contents: nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        let handle = try FileHandle(forWritingTo: draft)
        let copied = try SenderFile(context: context).copy(
            file,
            of: source,
            mark: mark,
            pseudonyms: numbering.places.map { $0 == Numbering.nobody ? nil : made[Int($0)] }
        ) { try handle.write(contentsOf: Data($0)) }
        try handle.synchronize()
        try handle.close()
        guard !copied.isRefused else {
            return Outcome(file: copied, path: nil, mark: mark, persons: 0)
        }
        if FileManager.default.fileExists(atPath: target.path) {
            try FileManager.default.removeItem(at: target)
        }
        try FileManager.default.moveItem(at: draft, to: target)
        return Outcome(file: copied, path: target.path, mark: mark, persons: made.count)
    }

    private func pseudonyms(
        of numbers: [UInt32],
        domain: String
    ) throws -> (mark: String, made: [Pseudonym]) {
        switch maker {
        case .key(let key):
            let made = try key.kernel(domain: domain).pseudonyms(
                of: numbers,
                scrambler: context.scrambler,
                workers: context.workers
            )
            return (key.mark(domain: domain), made)
        case .service(let publicKey, let ask):
            let client = try ObliviousClient(publicKey: publicKey, domain: domain)
            return (
                client.mark,
                try client.pseudonyms(of: numbers, scrambler: context.scrambler, ask: ask)
            )
        }
    }
}

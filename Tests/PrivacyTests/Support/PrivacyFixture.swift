import Columns
import Definitions
import Domain
import Foundation
import GRDB
import Keys
import Pipeline
import Store
import TestSupport
import Testing

/// A holder's folder and a receiving side's store.
struct PrivacyFixture {
    static let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging"
    static let workers = Workers(cores: 1)
    static let today = CalendarDay(year: 2024, month: 1, day: 2) ?? CalendarDay(number: 0)

    let folder: TestFolder
    let definitions: DefinitionSet
    let store: DeliveryStore

    init(definitions: DefinitionSet? = nil) throws {
        folder = try TestFolder()
        self.definitions = try definitions ?? TestDefinitions.fewMunicipalities()
        store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
    }

    /// A file of a holder with one record for each of some fictive persons.
    func text(_ holder: Int, _ persons: [Int], period: String = "2019H1") -> String {
        let numbers = FictiveNumbers.first(persons.max() ?? 1)
        return
            ([PrivacyFixture.header]
            + persons.map {
                "9000000\(holder);\(period);\(numbers[$0 - 1]);20080315;V;GM0363;02;02;\(period.prefix(4))0101;;"
            }).joined(separator: "\n") + "\n"
    }

    /// Writes a text as a delivery and gives its path.
    func file(_ text: String, source: String = "jeugdhulp") throws -> String {
        try folder.write(text, to: "in/\(UUID().uuidString)/\(source)/delivery.csv")
    }

    /// Turns a text at the holder.
    func pseudonymise(
        _ text: String,
        with maker: PseudonymiseStage.Maker
    ) throws -> PseudonymiseStage.Outcome {
        let count = (try? folder.names(in: "out").count) ?? 0
        let source = try #require(definitions.sources["jeugdhulp"])
        let outcome = try PseudonymiseStage(
            definitions: definitions,
            maker: maker,
            workers: PrivacyFixture.workers
        ).run(try file(text), source: source, to: folder.path("out"))
        guard let path = outcome.path else { return outcome }
        // Out of the way of the next file of the same name.
        let moved = folder.path("out/\(count)/jeugdhulp/delivery.csv")
        try FileManager.default.createDirectory(
            atPath: folder.path("out/\(count)/jeugdhulp"),
            withIntermediateDirectories: true
        )
        try FileManager.default.moveItem(atPath: path, toPath: moved)
        return PseudonymiseStage.Outcome(
            file: outcome.file,
            path: moved,
            mark: outcome.mark,
            persons: outcome.persons
        )
    }

    /// Receives files and gives the receipts.
    @discardableResult
    func receive(_ paths: [String]) throws -> [Receipt] {
        var receipts: [Receipt] = []
        try ReceiveStage(
            definitions: definitions,
            store: store,
            today: PrivacyFixture.today,
            workers: PrivacyFixture.workers
        ).run(paths, named: nil, progress: { _, _ in }) { receipts.append($0) }
        return receipts
    }

    /// Every pseudonym in the store.
    func persons() throws -> Set<Pseudonym> {
        Set(
            try store.segments().flatMap { try $0.pseudonyms(workers: PrivacyFixture.workers) }
        )
    }

    /// The sender pseudonyms in a file, as bytes.
    func senders(in path: String) throws -> [[UInt8]] {
        try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst().compactMap { line in
                let text = line.split(separator: ";", omittingEmptySubsequences: false)[2]
                return text.utf8.count == 32 ? Hexadecimal.bytes(text.utf8) : nil
            }
    }

    /// Runs SQL on the file of the store, as somebody would who does not hold the key.
    func alter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}

import Columns
import Definitions
import Domain
import Intake
import Pipeline
import Store
import TestSupport
import Testing

/// A store of a test's own into which files are received.
struct ReceivingFixture {
    static let header =
        "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
        + "datum_aanvang;datum_einde;reden_beeindiging"

    let folder: TestFolder
    let definitions: DefinitionSet
    let store: DeliveryStore

    init() throws {
        folder = try TestFolder()
        definitions = try TestDefinitions.fewMunicipalities()
        store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
    }

    /// Writes a file of a holder and half-year; each record is `number form start end reason`.
    func file(_ holder: Int, _ period: String, _ records: [String]) throws -> String {
        var lines = [ReceivingFixture.header]
        for record in records {
            let words = record.split(separator: " ").map { $0 == "-" ? "" : String($0) }
            let number = Int(words[0]).map { FictiveNumbers.first($0)[$0 - 1] } ?? words[0]
            lines.append(
                "9000000\(holder);\(period);\(number);20080315;V;GM0363;02;\(words[1]);"
                    + "\(words[2]);\(words[3]);\(words[4])"
            )
        }
        let folders = (try? folder.names(in: "in").count) ?? 0
        return try folder.write(
            lines.joined(separator: "\n") + "\n",
            to: "in/\(folders)/jeugdhulp/\(holder)-\(period).csv"
        )
    }

    /// Receives files and gives the receipts.
    func receive(
        _ paths: [String],
        on day: String = "2024-01-02",
        named: String? = nil,
        carriers: CarrierOptions = CarrierOptions(),
        cores: Int = 2
    ) throws -> [Receipt] {
        let parts = day.split(separator: "-").compactMap { Int($0) }
        let today = try #require(CalendarDay(year: parts[0], month: parts[1], day: parts[2]))
        var receipts: [Receipt] = []
        try ReceiveStage(
            definitions: definitions,
            store: store,
            today: today,
            workers: Workers(cores: cores),
            carriers: carriers
        ).run(paths, named: named, progress: { _, _ in }) { receipts.append($0) }
        return receipts
    }

    /// What a check without a store finds in a file, by code.
    func checked(_ path: String) throws -> [String: Int] {
        let source = try #require(definitions.sources["jeugdhulp"])
        return try CheckStage(definitions: definitions, workers: Workers(cores: 1))
            .run(path, source: source).findingCounts
    }
}

import Columns
import Definitions
import Disclosure
import Domain
import Foundation
import GRDB
import Pipeline
import Publication
import ReleaseRoom
import Store
import TestSupport
import Testing

@Suite("Releases one after the other")
struct ReleaseLedgerRunTests {
    private let fixture: ReceivingFixture

    init() throws {
        fixture = try ReceivingFixture()
        try deliver(0)
    }

    /// A delivery of which each vintage differs in a few records.
    private func deliver(_ vintage: Int) throws {
        let end = ["-", "20190301", "20190415"]
        _ = try fixture.receive([
            fixture.file(
                1,
                "2019H1",
                (1...(23 + vintage)).map {
                    let isEnded = $0 % (7 - vintage) == 0
                    return "\($0) 0\($0 % 4 + 1) 20190101 "
                        + (isEnded ? "\(end[1 + $0 % 2]) 01" : "- -")
                }
            )
        ])
    }

    private func stage(_ profile: String = "ijkpunt") throws -> PublishStage {
        PublishStage(
            definitions: fixture.definitions,
            digests: try DefinitionDigests(folder: TestDefinitions.folder),
            store: fixture.store,
            profile: try #require(fixture.definitions.profiles[profile]),
            population: nil,
            workers: Workers(cores: 2)
        )
    }

    private func publish(
        _ profile: String = "ijkpunt",
        _ origin: Release.Origin = .fictive
    ) throws -> PublishStage.Outcome {
        try stage(profile).run(
            to: fixture.folder.path("p.sqlite"),
            release: Release(day: CalendarDay(number: 19_000), origin: origin),
            progress: { _ in }
        )
    }

    private func alter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: fixture.store.path)
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }

    @Test func `three vintages are attacked together, with no finding, and stand in the ledger`()
        throws
    {
        for vintage in 0..<3 {
            if vintage > 0 { try deliver(vintage) }
            let attack = try #require(try publish().attack)
            #expect(attack.isSafe)
            #expect((attack.earlierCount > 0) == (vintage > 0))
        }
        let ledger = try fixture.store.releaseLedger()
        let own = ledger.filter { $0.meaning.hasPrefix("BJ-01 ") }
        #expect(own.map(\.vintage) == [1, 2, 3])
        #expect(Set(own.map(\.inputs)).count == 3)
        #expect(own.allSatisfy { $0.definition.count == 64 && ReleasedCells($0.cells) != nil })
        // The same once more adds nothing.
        let again = try #require(try publish().attack)
        #expect(again.isSafe && again.linkedCells == 0)
        #expect(try fixture.store.releaseLedger() == ledger)
    }

    @Test func `a release whose rounding was lost would round counts twice, and is refused`() throws
    {
        _ = try publish()
        // The ledger says that cells were printed as another of the two multiples around them.
        let draft = try stage().draft { _ in }
        let table = try #require(draft.tables.first { $0.indicator == "BJ-01" })
        let before = try Data(contentsOf: URL(filePath: fixture.folder.path("p.sqlite")))
        let other = try DeliveryStore(
            path: fixture.folder.path("other.sqlite"),
            key: StoreKey.load(path: fixture.folder.path("key"), create: false),
            create: true
        )
        let line = try #require(
            try fixture.store.releaseLedger().first { $0.meaning.hasPrefix("BJ-01 ") }
        )
        let cells = ReleasedCells(table, method: .adjacent, base: 5)
        #expect(ReleasedCells(line.cells) == cells)
        // The same ledger with every 5 a step lower, written as the store writes it.
        try other.keep(
            [],
            releasing: [
                NewLedgerTable(
                    meaning: line.meaning,
                    definition: line.definition,
                    period: line.period,
                    inputs: line.inputs,
                    cells: try cells.movingFives().bytes()
                )
            ],
            logging: [],
            at: UTCInstant(seconds: 0)
        )
        try alter(
            """
            ATTACH '\(fixture.folder.path("other.sqlite"))' AS other;
            DELETE FROM release_ledger;
            INSERT INTO release_ledger SELECT * FROM other.release_ledger;
            """
        )
        let refusal = #expect(throws: ReleaseRefusal.self) { _ = try publish() }
        guard case .ledger(let outcome) = refusal else {
            Issue.record("\(String(describing: refusal))")
            return
        }
        #expect(outcome.findings.allSatisfy { $0.meaning == line.meaning })
        #expect(outcome.findings.contains { $0.kind == .small })
        // Nothing was written.
        let after = try Data(contentsOf: URL(filePath: fixture.folder.path("p.sqlite")))
        #expect(before == after)
    }

    @Test func `a ledger that was changed is heard`() throws {
        _ = try publish()
        try alter("UPDATE release_ledger SET inputs = 'x' WHERE number = 2")
        #expect(
            throws: StoreError.damaged(
                path: fixture.store.path,
                reason: "line 2 of the ledger of releases"
            )
        ) { _ = try publish() }
    }

    @Test func `real figures by a leaky profile are refused, fictive ones stand in no ledger`()
        throws
    {
        #expect(throws: ReleaseRefusal.leaky(profile: "cbs")) {
            _ = try publish("cbs", .delivered)
        }
        _ = try publish("cbs")
        #expect(try fixture.store.releaseLedger().isEmpty)
    }

    @Test func `real figures need a submission with exactly these tables`() throws {
        let draft = try stage().draft { _ in }
        let dossier = try draft.dossier(
            context: ReleaseContext(
                purpose: "Proef",
                population: "Fictief",
                unweightedN: 23,
                whySafe: "Afgerond."
            ),
            version: "0"
        )
        #expect(throws: ReleaseRefusal.notReleased(tables: draft.tables.count)) {
            _ = try publish("ijkpunt", .delivered)
        }
        func desk(_ name: String) -> ReleaseDesk {
            ReleaseDesk(
                store: fixture.store,
                actor: AuditActor(name: name, role: .checker) { UTCInstant(seconds: 0) }
            )
        }
        _ = try desk("Anna").submit(dossier)
        for name in ["Bram", "Chris"] {
            _ = try desk(name).vote(1, approves: true, reason: "Goed.")
        }
        _ = try desk("Anna").release(1)
        #expect(try publish("ijkpunt", .delivered).tables == draft.tables.count)
        let contents = try PublishedDatabase(path: fixture.folder.path("p.sqlite")).current()
        let table = try #require(contents.tables["BJ-01"]?.first)
        let trace = try contents.trace(of: table)
        #expect(
            trace.map(\.part) == [
                .table, .definition, .source, .rules, .profile, .delivery, .submission,
            ]
        )
        let item = try #require(dossier.items.first { $0.name == "BJ-01 2019H1" })
        #expect(trace.first?.hash == item.sha256)
        #expect(trace.last?.hash == dossier.figures)
        // The bundle holds what was released, and every way to change it is named.
        let (archive, key) = try ReleaseBundle(
            store: fixture.store,
            contents: contents,
            definitions: TestDefinitions.folder,
            version: "0"
        ).make()
        #expect(BundleCheck(archive, publicKey: key).mistakes.isEmpty)
        #expect(BundleCheck(archive, publicKey: key).submission == 1)
        // Withdrawn, its figures are published no longer, nor bundled.
        try desk("Chris").withdraw(1, reason: "Fout in een levering.")
        #expect(throws: ReleaseRefusal.notReleased(tables: draft.tables.count)) {
            _ = try publish("ijkpunt", .delivered)
        }
        #expect(throws: BundleError.notReleased) {
            _ = try ReleaseBundle(
                store: fixture.store,
                contents: contents,
                definitions: TestDefinitions.folder,
                version: "0"
            ).make()
        }
    }
}

extension ReleasedCells {
    /// The same with every 5 printed as 0, the other multiple of what may be 1 to 4; read and
    /// written as bytes, as from outside.
    fileprivate func movingFives() throws -> ReleasedCells {
        let bytes = try self.bytes()
        let start = try #require(bytes.lastIndex(of: UInt8(ascii: "}"))) + 1
        var place = start
        func skipped() -> Int {
            let from = place
            while bytes[place] >= 128 { place += 1 }
            place += 1
            return from
        }
        var moved = bytes
        _ = skipped()
        while place < bytes.count {
            _ = skipped()
            let value = skipped()
            // A number is one more than twice its size.
            if bytes[value] == 11, place == value + 1 { moved[value] = 1 }
        }
        return try #require(ReleasedCells(moved))
    }
}

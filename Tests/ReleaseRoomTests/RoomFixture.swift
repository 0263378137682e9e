import Domain
import Foundation
import GRDB
import ReleaseRoom
import Store
import TestSupport
import Testing

/// A store with a release room, and people at its desk.
struct RoomFixture {
    let folder: TestFolder
    let store: DeliveryStore

    static let context = ReleaseContext(
        purpose: "Jaarbericht van de regio",
        population: "Jeugdigen met hulp in 2019H1",
        unweightedN: 412,
        whySafe: "Alle cellen zijn door de kubus afgerond."
    )

    init() throws {
        folder = try TestFolder()
        store = try DeliveryStore(
            path: folder.path("store.sqlite"),
            key: StoreKey.load(path: folder.path("key"), create: true),
            create: true
        )
    }

    func desk(_ name: String) -> ReleaseDesk {
        ReleaseDesk(
            store: store,
            actor: AuditActor(name: name, role: .checker) { UTCInstant(seconds: 1_764_000_000) }
        )
    }

    /// The dossier of one table.
    func dossier(_ name: String = "BJ-05 2019H1") -> Dossier {
        Dossier(
            context: RoomFixture.context,
            items: [Dossier.Item(name: name, sha256: "aa", cells: 3)],
            figures: "f00d",
            evidence: ["figures.json": "{}\n"]
        )
    }

    /// The bytes that are stored of the entries of a kind.
    func stored(_ kind: String) throws -> [Data] {
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        defer { try? queue.close() }
        return try queue.read {
            try Data.fetchAll(
                $0,
                sql: "SELECT sealed FROM release_room WHERE kind = ? ORDER BY number",
                arguments: [kind]
            )
        }
    }

    /// Runs SQL on the file of the store, as somebody would who does not hold the key.
    func alter(_ sql: String) throws {
        let queue = try DatabaseQueue(path: folder.path("store.sqlite"))
        try queue.write { try $0.execute(sql: sql) }
        try queue.close()
    }
}

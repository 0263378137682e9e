public import Columns
import Crypto
import Foundation
import GRDB
import Keys

/// The one transactional container of person-level data: deliveries, vintages and sealed columns.
///
/// One SQLite file in WAL mode with full synchronisation: what a receipt was printed for survives
/// a cut of the power, and a process killed at any moment leaves the last complete state.
public final class DeliveryStore: Sendable {
    /// The version of the file format that this product writes.
    public static let formatVersion = 2

    /// The path of the file.
    public let path: String
    /// The random identity of the store.
    public let identity: StoreIdentity

    let pool: DatabasePool
    let key: StoreKey
    /// What was carried over from earlier keys.
    let carried: CarriedSecrets
    /// Seals the key of a segment, with what is written down about it.
    let segmentFacts: SealedFacts
    /// Seals what is written down about deliveries.
    let deliveryFacts: SealedFacts

    /// Opens a store, or makes one.
    ///
    /// - Throws: ``StoreError`` or `KeyError`.
    public init(path: String, key: StoreKey, create: Bool) throws {
        self.path = path
        self.key = key
        let exists = FileManager.default.fileExists(atPath: path)
        guard exists || create else { throw StoreError.missing(path: path) }
        do {
            var configuration = Configuration()
            configuration.busyMode = .timeout(5)
            configuration.prepareDatabase { database in
                // Only a new store takes it: chunks are long, and each page is a write of its own.
                try database.execute(sql: "PRAGMA page_size = 32768")
                try database.execute(sql: "PRAGMA synchronous = FULL")
                try database.execute(sql: "PRAGMA secure_delete = FAST")
            }
            pool = try DatabasePool(path: path, configuration: configuration)
            identity = try DeliveryStore.prepare(pool, path: path, key: key, isNew: !exists)
            carried = try CarriedSecrets(in: pool, under: key, store: identity)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
        segmentFacts = SealedFacts(key, .wrap, identity)
        deliveryFacts = SealedFacts(key, .delivery, identity)
    }

    private static func prepare(
        _ pool: DatabasePool,
        path: String,
        key: StoreKey,
        isNew: Bool
    ) throws -> StoreIdentity {
        let version = try pool.read { try Int.fetchOne($0, sql: "PRAGMA user_version") ?? 0 }
        guard version <= formatVersion else {
            throw StoreError.newer(path: path, found: version, supported: formatVersion)
        }
        if version == 0 {
            let isEmpty = try pool.read { database in
                try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") == 0
            }
            guard isEmpty else { throw StoreError.notAStore(path: path) }
            try make(pool, key: key)
        } else if version < formatVersion {
            throw StoreError.older(path: path, found: version, supported: formatVersion)
        }
        return try pool.read { database in
            guard
                let bytes = try Data.fetchOne(
                    database,
                    sql: "SELECT value FROM meta WHERE name = 'identity'"
                ),
                let proof = try Data.fetchOne(
                    database,
                    sql: "SELECT value FROM meta WHERE name = 'proof'"
                )
            else { throw StoreError.notAStore(path: path) }
            let identity = StoreIdentity(bytes: Array(bytes))
            guard Array(proof) == self.proof(of: key, identity) else { throw KeyError.wrong }
            return identity
        }
    }

    private static func make(_ pool: DatabasePool, key: StoreKey) throws {
        let identity = StoreIdentity(bytes: randomBytes(16))
        let none = try SealedFacts(key, .delivery, identity).sealedCount(0)
        try pool.write { database in
            try database.execute(sql: schema)
            try database.execute(
                sql: "INSERT INTO meta VALUES ('identity', ?), ('proof', ?), ('deliveries', ?)",
                arguments: [Data(identity.bytes), Data(proof(of: key, identity)), none]
            )
            try database.execute(sql: "PRAGMA user_version = \(formatVersion)")
        }
    }

    static func proof(of key: StoreKey, _ identity: StoreIdentity) -> [UInt8] {
        let code = HMAC<SHA256>.authenticationCode(
            for: identity.bytes,
            using: key.derived(for: .check, store: identity)
        )
        return Array(code)
    }

    private static let schema = """
        CREATE TABLE meta (name TEXT PRIMARY KEY, value BLOB NOT NULL) WITHOUT ROWID;
        CREATE TABLE segment (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, period INTEGER NOT NULL,
            persons INTEGER NOT NULL, rows INTEGER NOT NULL, columns TEXT NOT NULL,
            wrappedKey BLOB NOT NULL);
        CREATE TABLE delivery (
            id INTEGER PRIMARY KEY, source TEXT NOT NULL, holder TEXT NOT NULL,
            period INTEGER NOT NULL, vintage INTEGER NOT NULL, received TEXT NOT NULL,
            rows INTEGER NOT NULL, leftOut INTEGER NOT NULL, digest BLOB NOT NULL,
            segment INTEGER NOT NULL REFERENCES segment(id), ordinal INTEGER NOT NULL,
            sealed BLOB NOT NULL, UNIQUE (source, holder, period, vintage));
        CREATE INDEX deliveryBySegment ON delivery (segment, ordinal);
        CREATE TABLE chunk (
            id INTEGER PRIMARY KEY, segment INTEGER NOT NULL REFERENCES segment(id),
            name TEXT NOT NULL, part INTEGER NOT NULL, sealed BLOB NOT NULL,
            UNIQUE (segment, name, part));
        CREATE TABLE spine (
            segment INTEGER PRIMARY KEY, state TEXT NOT NULL, sealed BLOB NOT NULL);
        """

    /// Every delivery, by its number, as it was written down.
    ///
    /// - Throws: ``StoreError/alteredDelivery(id:fields:)`` or ``StoreError/missingDelivery(id:)``
    ///   when somebody without the key changed what stands in the file.
    public func deliveries() throws -> [DeliveryRecord] {
        let (deliveries, missing) = try read { database in
            (
                try Row.fetchAll(database, sql: "SELECT * FROM delivery ORDER BY id")
                    .map(DeliveryRecord.init),
                try missingDeliveries(in: database)
            )
        }
        if let id = missing.first { throw StoreError.missingDelivery(id: id) }
        return try checked(deliveries)
    }

    /// Makes marks of record and case numbers with the key of this store, so that a case delivered
    /// in two half-years is the same case.
    public var markKey: MarkKey {
        let bytes = Array(
            HMAC<SHA256>.authenticationCode(
                for: Array("marks".utf8),
                using: secret(for: .mark)
            )
        )
        func word(_ part: ArraySlice<UInt8>) -> UInt64 {
            part.reduce(0) { $0 << 8 | UInt64($1) }
        }
        return MarkKey(word(bytes[0..<8]), word(bytes[8..<16]))
    }

    /// Takes digests with the key of this store.
    public var digest: PieceDigest {
        PieceDigest(key: secret(for: .digest))
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try pool.read(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value {
        do {
            return try pool.write(body)
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        }
    }
}

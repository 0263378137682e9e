import Foundation
import GRDB

extension DeliveryStore {
    /// Copies the store as it is at this moment to a file that is not there yet.
    ///
    /// SQLite's own copying: deliveries may be taken in meanwhile, and the copy holds them wholly or
    /// not at all. The copy is one file, flushed before it gets its name. The key is not in it.
    ///
    /// - Throws: ``StoreError/exists(path:)`` when there is a file, or what the disk says.
    public func backup(to copy: String) throws {
        try DeliveryStore.copied(from: pool, to: copy)
    }

    /// Puts a copy back as a store at a path where there is none yet, and opens it.
    ///
    /// - Parameters:
    ///   - copy: the path of the copy.
    ///   - path: where the store is to lie.
    ///   - key: the key that the store had when it was copied.
    /// - Returns: the store, opened.
    /// - Throws: ``StoreError`` or `KeyError` when the copy is no store, is damaged or has another
    ///   key; nothing is left at the path then.
    public static func restored(
        from copy: String,
        to path: String,
        key: StoreKey
    ) throws -> DeliveryStore {
        guard FileManager.default.fileExists(atPath: copy) else {
            throw StoreError.missing(path: copy)
        }
        do {
            var configuration = Configuration()
            configuration.readonly = true
            let source = try DatabaseQueue(path: copy, configuration: configuration)
            let verdict = try source.read { try String.fetchOne($0, sql: "PRAGMA integrity_check") }
            guard verdict == "ok" else {
                throw StoreError.damaged(path: copy, reason: verdict ?? "integrity_check")
            }
            try copied(from: source, to: path)
        } catch let error as DatabaseError {
            throw StoreError(error, path: copy)
        }
        do {
            return try DeliveryStore(path: path, key: key, create: false)
        } catch {
            for ending in ["", "-wal", "-shm"] {
                try? FileManager.default.removeItem(atPath: path + ending)
            }
            throw error
        }
    }

    private static func copied(from source: some DatabaseReader, to path: String) throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: path) else { throw StoreError.exists(path: path) }
        let draft = path + ".draft"
        try? files.removeItem(atPath: draft)
        defer { try? files.removeItem(atPath: draft) }
        do {
            // Nobody but its owner may read it, as little as the store itself.
            guard
                files.createFile(
                    atPath: draft,
                    contents: nil,
                    attributes: [.posixPermissions: 0o600]
                )
            else { throw StoreError.unwritable(path: path, reason: "create") }
            let target = try DatabaseQueue(path: draft)
            try source.backup(to: target)
            // The copy of a store with a log beside it would ask for one too.
            try target.writeWithoutTransaction { database in
                _ = try String.fetchOne(database, sql: "PRAGMA journal_mode = DELETE")
            }
            try target.close()
            let file = try FileHandle(forUpdating: URL(filePath: draft))
            try file.synchronize()
            try file.close()
            // Refuses where somebody else made a file of this name meanwhile.
            try files.moveItem(atPath: draft, toPath: path)
            let folder = URL(filePath: path).deletingLastPathComponent()
            let handle = try FileHandle(forReadingFrom: folder)
            try handle.synchronize()
            try handle.close()
        } catch let error as DatabaseError {
            throw StoreError(error, path: path)
        } catch let error as CocoaError {
            throw StoreError.unwritable(path: path, reason: error.localizedDescription)
        }
    }
}

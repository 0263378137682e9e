import Foundation
import Store

/// *Sessiebestand*: the token of somebody who logged in at a terminal, for one store.
///
/// A file that its owner alone may use, as that of a key. It holds a token and no password, and is
/// worth nothing once the session has ended.
struct SessionFile {
    /// Where it lies.
    let path: String

    init(store: DeliveryStore) {
        let environment = ProcessInfo.processInfo.environment
        func named(_ name: String) -> String? {
            environment[name].flatMap { $0.isEmpty ? nil : $0 }
        }
        let folder =
            named("IJKPUNT_SESSION_DIR") ?? named("XDG_RUNTIME_DIR").map { $0 + "/ijkpunt" }
            ?? FileManager.default.homeDirectoryForCurrentUser.path + "/.config/ijkpunt/sessions"
        let name = store.identity.bytes.map { String($0, radix: 16) }.joined(separator: "-")
        path = folder + "/" + name
    }

    /// The token; `nil` when nobody logged in here.
    func token() throws -> String? {
        let manager = FileManager.default
        guard manager.fileExists(atPath: path) else { return nil }
        guard let attributes = try? manager.attributesOfItem(atPath: path),
            let mode = attributes[.posixPermissions] as? Int, mode & 0o077 == 0,
            let owner = attributes[.ownerAccountID] as? Int, owner == Int(getuid()),
            attributes[.type] as? FileAttributeType == .typeRegular,
            let data = manager.contents(atPath: path)
        else { throw Complaint.AccountError.sessionFile(path: path) }
        return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).first
            .map(String.init)
    }

    /// Writes a token in the place of the one before; rights first, content after.
    func write(_ token: String) throws {
        let manager = FileManager.default
        try manager.createDirectory(
            atPath: URL(filePath: path).deletingLastPathComponent().path,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try? manager.removeItem(atPath: path)
        guard
            manager.createFile(
                atPath: path,
                contents: Data((token + "\n").utf8),
                attributes: [.posixPermissions: 0o600]
            )
        else { throw Complaint.InputError.unwritable(path: path) }
    }

    /// Removes it.
    func remove() { try? FileManager.default.removeItem(atPath: path) }
}

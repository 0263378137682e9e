import Foundation
import GRDB
import Synchronization

/// *Gepubliceerde database*: opened read-only and immutable, and opened anew when it is replaced.
public final class PublishedDatabase: Sendable {
    /// Where the database lies.
    public let path: String

    private let opened: Mutex<(identity: FileIdentity, contents: PublishedContents)>

    /// Opens the database.
    ///
    /// - Throws: ``PublicationError`` when there is none, or none of this form.
    public init(path: String) throws(PublicationError) {
        self.path = path
        guard let identity = FileIdentity(path: path) else { throw .notFound(path: path) }
        let contents = try PublishedContents(path: path)
        opened = Mutex((identity, contents))
    }

    /// What is in the database now.
    ///
    /// Looks at the file, not at its content: another file in its place is opened. A release that
    /// cannot be read leaves the one before in use, which stays open under its old name.
    public func current() -> PublishedContents { state().contents }

    /// What is in the database now, with what tells this state of the file from another.
    ///
    /// See ``current()``; whoever keeps what was made from a release keeps it by this mark.
    package func state() -> (mark: PublishedState, contents: PublishedContents) {
        opened.withLock { opened in
            if let identity = FileIdentity(path: path), identity != opened.identity,
                let contents = try? PublishedContents(path: path)
            {
                opened = (identity, contents)
            }
            return (PublishedState(opened.identity), opened.contents)
        }
    }
}

/// What tells one file from another in the same place.
struct FileIdentity: Hashable, Sendable {
    let number: UInt64
    let modified: Date
    let size: UInt64

    init?(path: String) {
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            let modified = attributes[.modificationDate] as? Date
        else { return nil }
        number = (attributes[.systemFileNumber] as? NSNumber)?.uint64Value ?? 0
        size = (attributes[.size] as? NSNumber)?.uint64Value ?? 0
        self.modified = modified
    }
}

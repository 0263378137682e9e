package import Domain
import Foundation

/// A state of the published database: another file, or the same one written again, is another.
package struct PublishedState: Hashable, Sendable {
    private let identity: FileIdentity

    init(_ identity: FileIdentity) {
        self.identity = identity
    }

    /// When the file was written, in whole seconds.
    package var written: UTCInstant {
        UTCInstant(seconds: Int64(identity.modified.timeIntervalSince1970.rounded(.down)))
    }
}

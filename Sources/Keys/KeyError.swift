/// What is wrong with a key; `path` is the place as it was named.
public enum KeyError: Error, Equatable, Sendable {
    /// There is no key file.
    case missing(path: String)
    /// The key file cannot be read.
    case unreadable(path: String)
    /// The key file may be used by others than its owner.
    case readableByOthers(path: String)
    /// The key has fewer than 64 hexadecimal digits, and nothing else is wrong with it.
    case truncated(path: String, digits: Int)
    /// The key is not 64 hexadecimal digits.
    case malformed(path: String)
    /// The key file cannot be made.
    case cannotCreate(path: String)
    /// There is a file already where a new key was to be written.
    case exists(path: String)
    /// The key is not that of the store.
    case wrong
}

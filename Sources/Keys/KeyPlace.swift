/// Where a key comes from.
///
/// A key service hands a key over without a file: in an environment variable (`env:NAME`) or
/// through a file descriptor that is already open (`fd:3`). Anything else is the path of a file.
public enum KeyPlace: Equatable, Sendable {
    /// A file that only its owner may use.
    case file(path: String)
    /// An environment variable.
    case environment(name: String)
    /// An open file descriptor, read to its end.
    case descriptor(number: Int32)

    /// Reads a place as people write it.
    public init(_ text: String) {
        if text.hasPrefix("env:") {
            self = .environment(name: String(text.dropFirst(4)))
        } else if text.hasPrefix("fd:"), let number = Int32(text.dropFirst(3)) {
            self = .descriptor(number: number)
        } else {
            self = .file(path: text)
        }
    }

    /// The place as people write it.
    public var text: String {
        switch self {
        case .file(let path): path
        case .environment(let name): "env:\(name)"
        case .descriptor(let number): "fd:\(number)"
        }
    }
}

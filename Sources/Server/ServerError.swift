import NIOCore
public import Publication

/// Why the server does not run.
public enum ServerError: Error, Sendable {
    /// Another program listens there; try another port.
    case portTaken(host: String, port: Int)
    /// The address cannot be listened on: it is not of this machine, or the port needs rights.
    case cannotListen(host: String, port: Int, reason: String)
    /// The published database cannot be opened.
    case database(PublicationError)

    init(_ error: any Error, host: String, port: Int) {
        // 98 is EADDRINUSE.
        if let error = error as? IOError, error.errnoCode == 98 {
            self = .portTaken(host: host, port: port)
        } else {
            self = .cannotListen(host: host, port: port, reason: "\(error)")
        }
    }
}

extension ServerError: CustomStringConvertible {
    /// The error in one line: what was found and what to do.
    public var description: String {
        switch self {
        case .portTaken(let host, let port):
            "\(host):\(port) is in use by another program. Choose another port with --port."
        case .cannotListen(let host, let port, let reason):
            "\(host):\(port) cannot be listened on (\(reason)). Check --host and --port."
        case .database(let error): error.description
        }
    }
}

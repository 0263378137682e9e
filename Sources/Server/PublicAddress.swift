import HTTPTypes
import Hummingbird

/// The address under which clients know the server, for links in answers.
///
/// Given by whoever runs the server, else taken from the request's own host. A host that is no host
/// is refused, so that nothing of a request gets into a link unread.
struct PublicAddress: Sendable {
    /// The address that was given, without a slash behind it.
    let given: String?

    /// The address for a request; `nil` when its host cannot be one.
    func base(for request: Request) -> String? {
        if let given { return given }
        let host = request.head.authority ?? "localhost"
        let isHost =
            !host.isEmpty && host.utf8.count <= 255
            && host.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
                case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"),
                    UInt8(ascii: "["), UInt8(ascii: "]"):
                    true
                default: false
                }
            }
        return isHost ? "http://\(host)" : nil
    }
}

import Foundation

/// Whether a port on this machine is free.
enum PortProbe {
    /// Whether nothing listens on the port; the system's list of listeners is read for it.
    static func isFree(_ port: Int) -> Bool {
        let hex = String(port, radix: 16, uppercase: true)
        let suffix = ":" + String(repeating: "0", count: 4 - hex.count) + hex
        for list in ["/proc/net/tcp", "/proc/net/tcp6"] {
            guard let data = FileManager.default.contents(atPath: list) else { continue }
            for line in String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst() {
                let fields = line.split(separator: " ")
                guard fields.count > 3, fields[1].hasSuffix(suffix), fields[3] == "0A" else {
                    continue
                }
                return false
            }
        }
        return true
    }
}

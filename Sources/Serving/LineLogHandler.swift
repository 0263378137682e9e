import Foundation
package import Logging

/// Writes each event as one line of JSON to stderr, its fields in the order of their names.
package struct LineLogHandler: LogHandler {
    package var metadata: Logger.Metadata = [:]
    package var logLevel: Logger.Level
    let label: String
    let write: @Sendable (String) -> Void

    package init(
        label: String,
        level: Logger.Level,
        write: @escaping @Sendable (String) -> Void = { line in
            FileHandle.standardError.write(Data(line.utf8))
        }
    ) {
        self.label = label
        logLevel = level
        self.write = write
    }

    package subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    package func log(event: LogEvent) {
        var fields = metadata.merging(event.metadata ?? [:]) { _, new in new }
        fields["time"] = "\(Date.now.formatted(.iso8601))"
        fields["level"] = "\(event.level.rawValue)"
        fields["logger"] = "\(label)"
        fields["message"] = "\(event.message)"
        let parts = fields.sorted { $0.key < $1.key }.map { key, value in
            "\(LineLogHandler.quoted(key)):\(LineLogHandler.quoted("\(value)"))"
        }
        write("{" + parts.joined(separator: ",") + "}\n")
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case "\n": quoted += "\\n"
            case _ where scalar.value < 0x20: quoted += " "
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

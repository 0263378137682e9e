extension ServerSettings {
    /// The names of the settings, as in a file and behind `--`.
    ///
    /// In the environment a name is in capitals with low lines, after `IJKPUNT_SERVER_`.
    public static let names = [
        "answer-seconds", "cache-bytes", "definitions", "head-bytes", "head-seconds", "host",
        "log-requests", "page-rows", "port", "public-address", "published",
    ]

    /// The settings by name: those given on the command line go before those of the environment,
    /// and these before those of the file.
    ///
    /// - Parameters:
    ///   - arguments: What was given on the command line.
    ///   - environment: The environment of the process.
    ///   - file: The text of the settings file, if there is one.
    /// - Returns: Each setting that was given anywhere.
    /// - Throws: ``SettingError`` at a line of the file that is no setting.
    public static func gathered(
        arguments: [String: String],
        environment: [String: String],
        file: String?
    ) throws(SettingError) -> [String: String] {
        var values = try file.map { text throws(SettingError) in try lines(text) } ?? [:]
        for name in names {
            let key =
                "IJKPUNT_SERVER_" + name.uppercased().split(separator: "-").joined(separator: "_")
            if let value = environment[key] { values[name] = value }
        }
        return values.merging(arguments) { _, given in given }
    }

    /// Reads the settings that have to do with how the server runs.
    ///
    /// - Throws: ``SettingError`` where a value is none for its setting.
    public init(_ values: [String: String]) throws(SettingError) {
        self.init()
        func number(
            _ name: String,
            _ range: ClosedRange<Int>,
            _ set: (Int) -> Void
        ) throws(SettingError) {
            guard let text = values[name] else { return }
            guard let number = Int(text), range.contains(number) else {
                throw .badValue(
                    name: name,
                    expected: "a number from \(range.lowerBound) to \(range.upperBound)"
                )
            }
            set(number)
        }
        if let host = values["host"] { self.host = host }
        var copy = self
        try number("port", 0...65_535) { copy.port = $0 }
        try number("page-rows", 1...1_000_000) { copy.pageRows = $0 }
        try number("cache-bytes", 0...(1 << 40)) { copy.cacheBytes = $0 }
        try number("head-seconds", 1...3_600) { copy.headSeconds = $0 }
        try number("answer-seconds", 1...86_400) { copy.answerSeconds = $0 }
        try number("head-bytes", 1_024...(1 << 20)) { copy.headBytes = $0 }
        if let address = values["public-address"] {
            guard address.hasPrefix("http://") || address.hasPrefix("https://") else {
                throw .badValue(
                    name: "public-address",
                    expected: "an address that begins with http:// or https://"
                )
            }
            copy.publicAddress = address.hasSuffix("/") ? String(address.dropLast()) : address
        }
        switch values["log-requests"] {
        case "yes": copy.logsRequests = true
        case "no", nil: copy.logsRequests = false
        default: throw .badValue(name: "log-requests", expected: "yes or no")
        }
        self = copy
    }

    private static func lines(_ text: String) throws(SettingError) -> [String: String] {
        var values: [String: String] = [:]
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        for (place, line) in lines.enumerated() {
            let bare = line.drop { $0 == " " || $0 == "\t" }
            guard let first = bare.first, first != "#", first != "\r" else { continue }
            let sides = bare.split(
                separator: "=",
                maxSplits: 1,
                omittingEmptySubsequences: false
            ).map { side in
                String(side.drop { $0 == " " }.reversed().drop { $0.isWhitespace }.reversed())
            }
            guard sides.count == 2, names.contains(sides[0]) else {
                throw .badLine(number: place + 1)
            }
            values[sides[0]] = sides[1]
        }
        return values
    }
}

/// Why the settings of the server were not taken.
public enum SettingError: Error, Equatable, Sendable {
    /// A line of the file is no setting.
    case badLine(number: Int)
    /// A value is none for its setting.
    case badValue(name: String, expected: String)
}

extension SettingError: CustomStringConvertible {
    /// The error in one line: where, what was expected and what to do.
    public var description: String {
        switch self {
        case .badLine(let number):
            "Settings file, line \(number): no setting. Expected `name = value` with one of "
                + ServerSettings.names.joined(separator: ", ") + "."
        case .badValue(let name, let expected): "\(name): expected \(expected)."
        }
    }
}

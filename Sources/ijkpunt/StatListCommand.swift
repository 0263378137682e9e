import ArgumentParser
import Statistics

/// `ijkpunt stat list`: the methods, with what they take.
struct StatListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the methods with reference, columns, options and defaults.",
        discussion: """
            EXAMPLES
              ijkpunt stat list
              ijkpunt stat list funnel --json
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The methods; all of them when none is named.")
    var methods: [String] = []

    @Flag(help: "Write the list as JSON.")
    var json = false

    func run() throws {
        try common.reporting { _ in
            let chosen =
                methods.isEmpty ? StatMethod.all : try methods.map { try StatMethod.named($0) }
            let text =
                json
                ? JSONValue.array(chosen.map(\.description)).text + "\n"
                : chosen.map(\.lines).joined(separator: "\n")
            Console.write(.standardOutput, text)
        }
    }
}

extension StatMethod {
    /// The method as JSON.
    fileprivate var description: JSONValue {
        .object([
            "name": .string(name),
            "summary": .string(summary),
            "reference": .string(reference),
            "columns": .array(columns.map(\.description)),
            "other-columns": otherColumns.map { .string($0) } ?? .null,
            "tables": .array(tables.map(\.description)),
            "options": .array(
                options.map { option in
                    .object([
                        "name": .string(option.name),
                        "default": option.standard,
                        "meaning": .string(option.meaning),
                        "choices": .array(option.choices.map { .string($0) }),
                    ])
                }
            ),
        ])
    }

    /// The method as text.
    fileprivate var lines: String {
        var text = "\(name)\n  \(summary)\n  reference: \(reference)\n"
        for column in columns { text += "  column \(column.line)\n" }
        if let otherColumns { text += "  other columns: \(otherColumns)\n" }
        for table in tables { text += "  table \(table.line)\n" }
        for option in options {
            let standard = option.standard.asText ?? option.standard.text
            let others = option.choices.dropFirst().joined(separator: ", ")
            text += "  option \(option.name) = \(standard)"
            if !others.isEmpty { text += " (or \(others))" }
            text += ": \(option.meaning)\n"
        }
        return text
    }
}

extension StatMethod.Column {
    fileprivate var description: JSONValue {
        .object([
            "name": .string(name), "meaning": .string(meaning), "required": .bool(isRequired),
        ])
    }

    fileprivate var line: String { "\(name)\(isRequired ? "" : " (optional)"): \(meaning)" }
}

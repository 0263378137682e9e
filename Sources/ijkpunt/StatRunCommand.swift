import ArgumentParser
import Foundation
import Statistics

/// `ijkpunt stat METHOD`: one method on one table.
struct StatRunCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Runs a method; the word run may be left out.",
        discussion: """
            The CSV file is comma-separated with a header line; decimals follow a point; an empty \
            cell or NA is missing. Options are a JSON object. The option columns says which column \
            of the file stands for which of the method: {"columns": {"x": "positief"}}.

            EXAMPLES
              ijkpunt stat proportion --input geteld.csv
              ijkpunt stat trend --input reeks.csv --options keuzes.json
              ijkpunt stat survey-pps --input steekproef.csv --table joint=paren.csv
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The method; see `ijkpunt stat list`.")
    var method: String

    @Option(help: "The CSV file; - is standard input.")
    var input: String

    @Option(help: "A JSON file with options.")
    var options: String?

    @Option(help: "A second table, as NAME=FILE; may be given more than once.")
    var table: [String] = []

    @Flag(help: "Write JSON, which is the only form there is.")
    var json = false

    func validate() throws {
        for text in table where !text.contains("=") {
            throw ValidationError("--table \(text): expected NAME=FILE.")
        }
    }

    func run() throws {
        try common.reporting { _ in
            let method = try StatMethod.named(method)
            var chosen = JSONValue.object([:])
            if let options {
                guard let read = JSONValue(parsing: try Self.text(options)) else {
                    throw StatisticsError.optionsNotAnObject
                }
                chosen = read
            }
            var tables: [String: DataTable] = [:]
            for pair in table {
                let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
                guard parts.count == 2 else {
                    throw ValidationError("--table \(pair): expected NAME=FILE.")
                }
                tables[parts[0]] = try DataTable(csv: Self.text(parts[1]))
            }
            let result = try method.run(
                DataTable(csv: Self.text(input)),
                options: chosen,
                tables: tables
            )
            Console.write(.standardOutput, result.json)
        }
    }

    /// The text of a file, or of standard input.
    private static func text(_ path: String) throws -> String {
        let data =
            path == "-"
            ? try FileHandle.standardInput.readToEnd() ?? Data()
            : FileManager.default.contents(atPath: path)
        guard let data, let text = String(validating: data, as: UTF8.self) else {
            throw Complaint.InputError.table(path: path)
        }
        return text
    }
}

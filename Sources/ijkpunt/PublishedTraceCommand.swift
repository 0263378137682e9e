import ArgumentParser
import Definitions
import Disclosure
import Domain
import Publication

/// `ijkpunt published trace`: a published cell back to what it follows from.
struct PublishedTraceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Follows a published figure back: table, definition, rules, deliveries.",
        discussion: """
            Everything is named by its hash. A holder finds its delivery by the mark on its receipt;
            no person can be found.

            EXAMPLE
              ijkpunt published trace BJ-05 --period 2019H1 --region GM0363 --code form=03 \\
                --measure ended --published gepubliceerd.sqlite
            """
    )

    private struct Result: Encodable {
        let indicator: String
        let period: String
        let region: String
        let codes: [String: String]
        let measure: String
        let status: String
        let value: String?
        let trace: [TraceEntry]
    }

    @OptionGroup var common: RunOptions

    @Argument(help: "The indicator, as BJ-05.")
    var indicator: String

    @Option(help: "The period, as 2019H1.")
    var period: String

    @Option(help: "The region, as GM0363; the country by default.")
    var region = RegionReference.country

    @Option(help: "A code of a dimension, as form=03; the total by default.")
    var code: [String] = []

    @Option(help: "The measure; the first of the table by default.")
    var measure: String?

    @Option(help: "The published database.")
    var published: String

    @Flag(help: "Write the result as JSON.")
    var json = false

    func run() throws {
        var codes: [String: String] = [:]
        for pair in code {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError("--code \(pair): expected a dimension and code, as form=03.")
            }
            codes[parts[0]] = parts[1]
        }
        guard let period = Period(period) else {
            throw ValidationError("--period \(self.period): expected a period, as 2019H1.")
        }
        try common.reporting { definitions in
            let contents = try PublishedDatabase(path: published).current()
            let unknown = Complaint.InputError.cell(
                indicator: indicator,
                period: self.period,
                region: region
            )
            guard let table = contents.table(indicator, period),
                let area = table.regions.first(where: { $0.code == region }),
                let measure = measure ?? table.measures.first?.name,
                codes.keys.allSatisfy({ name in table.dimensions.contains { $0.name == name } }),
                let value = try contents.value(table, area, codes, measure: measure)
            else { throw unknown }
            let decimals = table.measures.first { $0.name == measure }?.decimals ?? 0
            var shown: String?
            if case .shown(let number) = value {
                shown = CellTable.text(number, decimals: decimals)
            }
            let trace = try contents.trace(of: table)
            if json {
                let result = Result(
                    indicator: indicator,
                    period: self.period,
                    region: region,
                    codes: codes,
                    measure: measure,
                    status: shown == nil ? "suppressed" : "rounded",
                    value: shown,
                    trace: trace
                )
                Console.write(.standardOutput, try JSONLine.text(result))
                return
            }
            var text =
                definitions.texts(
                    shown == nil ? "cli.trace.withheld" : "cli.trace.shown",
                    common.spoken,
                    [
                        "id": indicator, "period": self.period, "region": region,
                        "measure": measure, "value": shown ?? "",
                    ]
                ) + "\n"
            for entry in trace {
                text +=
                    definitions.texts(
                        "trace.\(entry.part.rawValue)",
                        common.spoken,
                        ["name": entry.name]
                    ) + "\n  \(entry.hash)\n"
            }
            Console.write(.standardOutput, text)
        }
    }
}

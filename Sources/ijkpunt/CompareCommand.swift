import ArgumentParser
import Comparison
import Definitions
import Domain
import Foundation
import Publication
import Statistics

/// `ijkpunt compare`: a municipality's standardised figure, worked out again from what is published.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Works a municipality's standardised figure out again from what is published.",
        discussion: """
            Reads a published database only. With --csv the inputs: the own number in each group \
            and the numbers of the country; a withheld number is empty. Otherwise JSON with what \
            was observed and expected, their quotient with its interval of 95 percent, and the \
            standardised figure; what is withheld is left out.

            EXAMPLES
              ijkpunt compare repeat-share --region GM0363 --published gepubliceerd.sqlite
              ijkpunt compare repeat-share --region GM0363 --published gepubliceerd.sqlite --csv
            """
    )

    @OptionGroup var common: RunOptions

    @Argument(help: "The measure, as repeat-share; see Definitions/comparison/measures.yaml.")
    var measure: String

    @Option(help: "The municipality, as GM0363.")
    var region: String

    @Option(help: "The published database.")
    var published: String

    @Flag(help: "Write the inputs as CSV.")
    var csv = false

    @Flag(help: "Write JSON, which is the form without --csv.")
    var json = false

    func run() throws {
        try common.reporting { definitions in
            let contents = try PublishedDatabase(path: published).current()
            let known = contents.comparisons.sheets.map(\.measure)
            guard let sheet = contents.comparisons.sheet(measure),
                let record = definitions.comparison.measures.first(where: { $0.id == measure })
            else {
                throw ValidationError(
                    "compare \(measure): expected one of \(known.joined(separator: ", "))."
                )
            }
            guard let row = sheet.row(region) else {
                throw ValidationError(
                    "--region \(region): expected a municipality of the release, as GM0363."
                )
            }
            guard let input = try contents.input(of: sheet, region) else {
                throw ValidationError("compare \(measure): this measure is not standardised.")
            }
            guard !csv else {
                Console.write(.standardOutput, input.csv)
                return
            }
            write(sheet, row, input, record)
        }
    }

    /// The figure worked out again, not read.
    private func write(
        _ sheet: ComparisonSheet,
        _ row: ComparisonSheet.Row,
        _ input: PerformanceInput,
        _ record: ComparedMeasure
    ) {
        let expectation = row.size.map {
            IndirectStandardisation(strata: input.strata, whole: $0, overall: sheet.target)
        }
        let ratio = row.events.flatMap { events in expectation?.ratio(observed: events) }
        let scale = sheet.target * Double(record.per)
        let numbers: [(String, Double?)] = [
            ("per", Double(record.per)), ("observed", row.events?.shown),
            ("expected", expectation?.expected.shown),
            ("expected_low", expectation?.expected.low),
            ("expected_high", expectation?.expected.high), ("country", scale),
            ("ratio", ratio?.value), ("standardised", ratio.map { $0.value * scale }),
            ("standardised_low", ratio.map { $0.limits.lower * scale }),
            ("standardised_high", ratio.map { $0.limits.upper * scale }),
        ]
        var text = JSONText { Console.write(.standardOutput, $0) }
        text.beginObject()
        text.text("measure", sheet.measure)
        text.text("period", sheet.period.description)
        text.text("region", row.code)
        for (name, value) in numbers {
            // A figure that is withheld or undefined is left out; it is never 0.
            text.decimal(name, value.flatMap { $0.isFinite ? $0 : nil })
        }
        text.endObject()
        text.finish()
    }
}

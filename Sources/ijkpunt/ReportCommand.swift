import ArgumentParser
import Columns
import Definitions
import Domain
import Foundation
import Publication

/// `ijkpunt report`: what a release says of a municipality, a region or the country, to read and print.
struct ReportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report",
        abstract:
            "Writes reports of municipalities, regions and the country, from what is published.",
        discussion: """
            Reads a published database only. Each report is one HTML file that asks for nothing from \
            outside and prints well; with --pdf a PDF stands beside it, by headless Chromium \
            (chromium, chromium-browser or google-chrome, or the program in IJKPUNT_CHROMIUM). The \
            same release gives the same HTML; a PDF bears the date on which it was made.

            Kinds: full, with an annex of tables, definitions and the evidence of protection; \
            council-note, one page; study-guide, how to have a study made of the own municipality.

            EXAMPLES
              ijkpunt report --region GM0363 --published gepubliceerd.sqlite --out rapport
              ijkpunt report --region NL01 --region PV27 --published gepubliceerd.sqlite --out rapport
              ijkpunt report --region GM0363 --kind council-note --goals doelen.yaml --pdf \\
                  --published gepubliceerd.sqlite --out rapport
            """
    )

    @OptionGroup var common: RunOptions

    @Option(
        help: "A region, as GM0363, NL01, PV27 or veiligthuis:VT13; may be given more than once."
    )
    var region: [String]

    @Option(help: "The published database.")
    var published: String

    @Option(help: "The folder to write, made when it is not there.")
    var out: String

    @Option(help: "What kind of report: full, council-note or study-guide.")
    var kind = "full"

    @Option(help: "Own goals of a regional vision, YAML; templates/goals.yaml is an example.")
    var goals: String?

    @Flag(help: "Make a PDF of each report as well, by headless Chromium.")
    var pdf = false

    @Flag(help: "Write the paths of what was made as JSON.")
    var json = false

    func validate() throws {
        guard RegionReport.Kind(rawValue: kind) != nil else {
            let known = RegionReport.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--kind \(kind): expected one of \(known).")
        }
    }

    func run() throws {
        try common.reporting { definitions in
            let contents = try PublishedDatabase(path: published).current()
            let digest = try FileDigest.hexadecimal(path: published)
            let goals = try self.goals.map {
                try RegionalGoals.read(from: URL(filePath: $0), against: definitions)
            }
            let reports = try region.map { code in
                guard let region = RegionReport.region(code, definitions),
                    let report = RegionReport(
                        of: region,
                        in: contents,
                        digest: digest,
                        goals: goals,
                        definitions: definitions,
                        language: common.spoken
                    )
                else { throw Complaint.ReportError.unknownRegion(code) }
                return (name: fileName(region), report: report)
            }
            var written = try reports.map { one in
                try write(
                    try one.report.html(RegionReport.Kind(rawValue: kind) ?? .full),
                    one.name
                )
            }
            if pdf {
                let printer = try PagePrinter()
                written += try written.map { try printer.print($0) }
            }
            say(written)
        }
    }

    /// The name of the file without what stands behind its point.
    private func fileName(_ region: CellTable.Region) -> String {
        let code = region.code.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" }
        return [kind, region.geography.rawValue, String(code), common.language]
            .joined(separator: "-")
    }

    private func write(_ text: String, _ name: String) throws -> String {
        let place = URL(filePath: out).appending(path: name + ".html")
        do {
            try FileManager.default.createDirectory(
                at: URL(filePath: out),
                withIntermediateDirectories: true
            )
            try Data(text.utf8).write(to: place, options: .atomic)
        } catch {
            throw Complaint.InputError.unwritable(path: place.path)
        }
        return place.path
    }

    private func say(_ paths: [String]) {
        guard json else {
            Console.write(.standardOutput, paths.map { $0 + "\n" }.joined())
            return
        }
        var text = JSONText { Console.write(.standardOutput, $0) }
        text.beginObject()
        text.beginList("written")
        for path in paths { text.text(nil, path) }
        text.endList()
        text.endObject()
        text.finish()
    }
}

import ArgumentParser
import Definitions
import Domain
import Foundation

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// `ijkpunt published`: figures of others, and where published figures come from.
struct PublishedCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "published",
        abstract: "Takes figures of others over, and follows a published figure back.",
        subcommands: [PublishedImportCommand.self, PublishedTraceCommand.self]
    )
}

/// `ijkpunt published import`: a StatLine table as a record for review.
struct PublishedImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Writes a StatLine table as a series, for a person to look over.",
        discussion: """
            --from is a folder with the parts of the table (TypedDataSet.json or Observations.json,
            with TableInfos, DataProperties, Perioden and the other dimensions beside it), one file
            in JSON or CSV, or the address of the table. What the figure does not say stands in no
            table: fill it in before the series goes into the definitions.

            EXAMPLE
              ijkpunt published import --from https://opendata.cbs.nl/ODataApi/odata/85097NED \\
                --id verwijzers --unit trajectory --where RegioS=NL01 --out nieuw
            """
    )

    @OptionGroup var common: RunOptions

    @Option(help: "A folder, a file or an address.")
    var from: String

    @Option(help: "The id of the series, as its files are called.")
    var id: String

    @Option(help: "What is counted, as child or trajectory.")
    var unit: String

    @Option(name: .customLong("where"), help: "A dimension that is fixed, as RegioS=NL01.")
    var fixed: [String] = []

    @Option(help: "A measure to take over; all by default.")
    var measure: [String] = []

    @Option(help: "How final the figures are when the table does not say so: *, ** or nothing.")
    var status = ""

    @Option(help: "The folder to write; made when it is not there.")
    var out: String

    func run() throws {
        guard let unit = UnitOfCount(rawValue: unit) else {
            let known = UnitOfCount.allCases.map(\.rawValue).joined(separator: ", ")
            throw ValidationError("--unit \(self.unit): expected one of \(known).")
        }
        guard !id.isEmpty,
            id.utf8.allSatisfy({
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
            })
        else { throw ValidationError("--id \(id): expected small letters, digits and hyphens.") }
        let marks: [String: PublishedFigure.Status] = [
            "": .final, "*": .provisional, "**": .revisedProvisional,
        ]
        guard let status = marks[status] else {
            throw ValidationError("--status \(self.status): expected *, ** or nothing.")
        }
        var choice = StatLineTable.Choice(id: id, unit: unit, measures: measure, status: status)
        for pair in fixed {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else {
                throw ValidationError(
                    "--where \(pair): expected a dimension and key, as RegioS=NL01."
                )
            }
            choice.fixed[parts[0]] = parts[1]
        }
        try common.reporting { definitions in
            let series: PublishedSeries
            do throws(StatLineError) {
                let table = try StatLineTable(parts: StatLineParts(from).read())
                series = try table.series(choice, texts: definitions.texts)
            } catch {
                throw Complaint.InputError.statLine(path: from, reason: error.description)
            }
            try write(series)
            common.say(
                definitions.texts(
                    "cli.published.written",
                    common.spoken,
                    ["id": id, "out": out, "figures": "\(series.figures.count)"]
                )
            )
        }
    }

    private func write(_ series: PublishedSeries) throws {
        do {
            try FileManager.default.createDirectory(
                atPath: out,
                withIntermediateDirectories: true
            )
            let folder = URL(filePath: out)
            try Data(series.yaml.utf8).write(to: folder.appending(path: "\(id).yaml"))
            try Data(series.csv.utf8).write(to: folder.appending(path: "\(id).csv"))
        } catch {
            throw Complaint.InputError.unwritable(path: out)
        }
    }
}

/// The parts of a StatLine table, from a folder, a file or an address.
struct StatLineParts {
    private let place: String

    init(_ place: String) {
        self.place = place
    }

    func read() throws(StatLineError) -> [String: StatLineRows] {
        if place.hasPrefix("https://") || place.hasPrefix("http://") { return try download() }
        let attributes = try? FileManager.default.attributesOfItem(atPath: place)
        guard let kind = attributes?[.type] as? FileAttributeType else {
            throw .missingPart(place)
        }
        guard kind == .typeDirectory else {
            return ["TypedDataSet": try StatLineRows(bytes(place), part: place)]
        }
        var parts: [String: StatLineRows] = [:]
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
        for name in names.sorted() where name.hasSuffix(".json") || name.hasSuffix(".csv") {
            let stem = String(name.prefix { $0 != "." })
            parts[stem] = try StatLineRows(bytes(place + "/" + name), part: name)
        }
        return parts
    }

    private func bytes(_ path: String) throws(StatLineError) -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .missingPart(path)
        }
        return Array(data)
    }

    /// Every part that the service document names but the one that repeats the data as text.
    private func download() throws(StatLineError) -> [String: StatLineRows] {
        let root = place.hasSuffix("/") ? String(place.dropLast()) : place
        var parts: [String: StatLineRows] = [:]
        for row in try page(root).rows {
            guard case .text(let name)? = row["name"], name != "UntypedDataSet" else { continue }
            var rows: [[String: StatLineRows.Field]] = []
            var address: String? = root + "/" + name
            while let current = address {
                let part = try page(current)
                rows += part.rows
                address = part.next
            }
            parts[name] = StatLineRows(rows)
        }
        return parts
    }

    private func page(_ address: String) throws(StatLineError) -> StatLineRows {
        guard let url = URL(string: address), let data = try? Data(contentsOf: url) else {
            throw .missingPart(address)
        }
        return try StatLineRows(Array(data), part: address)
    }
}

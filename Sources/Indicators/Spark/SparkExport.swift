import Columns
public import Definitions
public import Domain
public import Foundation
import Linkage
import Store

/// *Uitvoer voor de tweede motor*: the columns of a store as files that Spark reads.
///
/// Records stand at person level under numbers that mean nothing outside this export. The folder is
/// made for its owner alone and belongs inside the secure area; who makes it removes it.
public struct SparkExport {
    /// A number for the store, so that one job can hold several.
    public let country: Int
    private let stage: IndicatorStage
    private let definitions: [IndicatorDefinition]
    private let places: RegionPlaces

    /// Prepares the export of a store for some indicators.
    ///
    /// - Parameters:
    ///   - country: a number for the store.
    ///   - stage: the stage over the store, with its population.
    ///   - definitions: the indicators.
    /// - Throws: ``SparkRefusal`` for the first that cannot be compiled.
    public init(
        country: Int,
        stage: IndicatorStage,
        definitions: [IndicatorDefinition]
    ) throws(SparkRefusal) {
        for definition in definitions { try SparkDialect.check(definition) }
        self.country = country
        self.stage = stage
        self.definitions = definitions
        places = RegionPlaces(stage.definitions.regions, boundaries: stage.boundaries)
    }

    /// Makes a folder for exports that only its owner can enter.
    public static func makeFolder(_ folder: URL) throws {
        try FileManager.default.createDirectory(
            at: folder,
            withIntermediateDirectories: true,
            attributes: [.posixPermissions: 0o700]
        )
        try FileManager.default.setAttributes(
            [.posixPermissions: 0o700],
            ofItemAtPath: folder.path(percentEncoded: false)
        )
        for name in SparkScript.tables {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name),
                withIntermediateDirectories: true,
                attributes: [.posixPermissions: 0o700]
            )
        }
    }

    /// Writes the files of the store into a folder that ``makeFolder(_:)`` made.
    ///
    /// - Parameters:
    ///   - periods: the periods; empty for every half-year with deliveries.
    ///   - folder: the folder.
    /// - Returns: the tables that do not exist, with the reason.
    /// - Throws: a `StoreError` when a chunk does not open; an error of the file system.
    public func write(periods: [Period], to folder: URL) throws -> [AbsentTable] {
        let sources = Set(
            definitions.map(\.source) + definitions.compactMap(\.secondSource)
        ).sorted()
        var accepted: [String: AcceptedDeliveries] = [:]
        for source in sources { accepted[source] = try stage.accepted(source) }
        let segments = try sources.flatMap { try stage.store.segments(source: $0) }
        let spine = try PersonSpine.load(
            store: stage.store,
            wanted: segments,
            keep: false,
            workers: stage.workers
        )
        var text = ""
        var id = 0
        for source in sources {
            guard let known = accepted[source] else { continue }
            for half in known.periods {
                let records = try PeriodRecords.load(
                    segments.filter { $0.source == source && $0.period == half },
                    accepted: known,
                    period: half,
                    spine: spine,
                    outcomes: source == "jeugdhulp",
                    workers: stage.workers
                )
                let hasNext = known.hasDelivered(half.next)
                for row in 0..<records.count {
                    id += 1
                    text += line(records, row, id, source, half, hasNext) + "\n"
                }
            }
        }
        try save(text, "record", folder)
        try save(placements, "placement", folder)
        try save(population, "population", folder)
        return try writeAsked(periods, accepted, folder)
    }

    private func save(_ text: String, _ table: String, _ folder: URL) throws {
        let file = folder.appending(path: table).appending(path: "\(country).tsv")
        try Data(text.utf8).write(to: file)
    }

    private func line(
        _ records: PeriodRecords,
        _ row: Int,
        _ id: Int,
        _ source: String,
        _ half: ReportingPeriod,
        _ hasNext: [Bool]
    ) -> String {
        func day(_ packed: UInt16) -> String {
            packed == 0 ? "" : String(PackedDay.number(packed))
        }
        let isMeasure = source == "jeugdbescherming"
        let begun = records.start[row]
        let ended = records.end[row]
        let takenOver = isMeasure ? records.takenOver[row] : 0
        let handedOver = isMeasure ? records.handedOver[row] : 0
        let birth = records.birth[row]
        let outcome = records.outcome.isEmpty ? Outcome() : records.outcome[row]
        let municipality = records.municipality[row]
        let fields = [
            String(country), String(id), source, String(half.ordinal), String(half.end.number),
            String(records.holder[row]), hasNext[Int(records.holder[row])] ? "true" : "false",
            records.person[row] == Numbering.nobody ? "" : String(records.person[row]),
            SparkExport.code(records.code[row]), SparkExport.code(records.referrer[row]),
            SparkExport.code(records.crisis[row]), SparkExport.code(records.reason[row]),
            SparkExport.code(records.sex[row]), day(takenOver == 0 ? begun : takenOver),
            day(handedOver == 0 ? ended : handedOver), day(begun), day(ended), day(handedOver),
            day(takenOver), birth <= PackedDay.latest ? day(birth) : "",
            municipality == 0 ? "" : String(municipality),
            String(places.municipalityPlace[Int(municipality)]),
            outcome.satisfaction == 0 ? "" : String(outcome.satisfaction),
            SparkExport.code(outcome.withoutHelp), SparkExport.code(outcome.informant),
        ]
        return fields.joined(separator: "\t")
    }

    /// The code of a byte: a number as two digits, a letter as itself, nothing as nothing.
    static func code(_ byte: UInt8) -> String {
        if byte == CodeTable.absent || byte == CodeTable.unknown { return "" }
        if byte >= UInt8(ascii: "A") { return String(UnicodeScalar(byte)) }
        return byte < 10 ? "0\(byte)" : String(byte)
    }

    private var placements: String {
        places.regionsOfPlace.enumerated().map { place, regions in
            regions.map { index in
                let region = places.regions[index]
                return "\(country)\t\(place)\t\(region.geography.rawValue)\t"
                    + "\(CellTable.csvField(region.code))\n"
            }.joined()
        }.joined()
    }

    private var population: String {
        guard let table = stage.population else { return "" }
        return table.years.map { year in
            table.inhabitants(in: year).map { code, number in
                let municipality = Int(code.dropFirst(2)).map { UInt16(clamping: $0) } ?? 0
                let place = places.municipalityPlace[Int(municipality)]
                return "\(country)\t\(year)\t\(place)\t\(number)\n"
            }.joined()
        }.joined()
    }

    /// Which tables there are, and the days of their periods.
    private func writeAsked(
        _ periods: [Period],
        _ accepted: [String: AcceptedDeliveries],
        _ folder: URL
    ) throws -> [AbsentTable] {
        var absent: [AbsentTable] = []
        var wanted = ""
        var days: [Period: String] = [:]
        let beside = try SourcesBeside(stage: stage, source: "jeugdhulp", definitions: definitions)
        for definition in definitions {
            let known = accepted[definition.source]?.periods ?? []
            let own = periods.isEmpty ? known.map { Period.halfYear($0) } : periods
            for period in own where period.halves.contains(where: known.contains) {
                if case .year = period, !definition.worksForYears { continue }
                let last = period.halves[period.halves.count - 1]
                var reason = beside.reasonForAbsence(of: definition, in: period)
                if definition.looksAhead, !known.contains(last.next) { reason = .nextPeriod }
                if let limit = definition.lastPeriod?.period, last > limit { reason = .lastPeriod }
                if let reason {
                    absent.append(
                        AbsentTable(indicator: definition.id, period: period, reason: reason)
                    )
                    continue
                }
                wanted += "\(country)\t\(definition.id)\t\(period)\n"
                days[period] =
                    "\(country)\t\(period)\t\(period.halves[0].ordinal)\t\(last.ordinal)\t"
                    + "\(period.start.number)\t\(period.end.number)\t\(period.year)\n"
            }
        }
        try save(wanted, "wanted", folder)
        try save(
            days.sorted { $0.key < $1.key }.map(\.value).joined(),
            "asked",
            folder
        )
        return absent
    }
}

public import Columns
public import Definitions
public import Domain
public import Store

extension CaseFileFrame {
    /// Reads the frame from the latest vintages of a source and half-year.
    ///
    /// Records of nobody have no file that could be found, and are left out.
    ///
    /// - Throws: ``StudyError/noDeliveries(source:period:)`` or a `StoreError`.
    public static func load(
        source: SourceDefinition,
        period: ReportingPeriod,
        definitions: DefinitionSet,
        store: DeliveryStore,
        workers: Workers
    ) throws -> CaseFileFrame {
        var latest: [String: DeliveryRecord] = [:]
        for delivery in try store.deliveries()
        where delivery.source == source.id && delivery.period == period {
            let known = latest[delivery.holder]?.vintage ?? 0
            if delivery.vintage > known { latest[delivery.holder] = delivery }
        }
        guard !latest.isEmpty else {
            throw StudyError.noDeliveries(source: source.id, period: period.description)
        }
        let counting = Set(latest.values.map(\.id))
        let codes = FrameCodes(source, definitions)
        var files: [String: [File]] = [:]
        for segment in try store.segments(source: source.id, period: period)
        where segment.deliveries.contains(where: { counting.contains($0.id) }) {
            let part = try held(by: segment, counting, codes, workers)
            for (holder, found) in part { files[holder, default: []] += found }
        }
        return CaseFileFrame(
            source: source.id,
            period: period,
            organisations: files.sorted { $0.key < $1.key }.map {
                Organisation(name: $0.key, files: $0.value)
            }
        )
    }

    private static func held(
        by segment: SegmentReader,
        _ counting: Set<Int64>,
        _ codes: FrameCodes,
        _ workers: Workers
    ) throws -> [String: [File]] {
        let persons = try segment.pseudonyms(workers: workers)
        let runs = try segment.rowsPerPerson(workers: workers)
        let ordinals: [UInt32] = try segment.column("delivery", workers: workers)
        let starts: [UInt16] = try segment.column("start", workers: workers)
        let referrers: [UInt8] = try segment.column("referrer", workers: workers)
        let forms: [UInt8] = try segment.column("code", workers: workers)
        let places: [UInt16] = try segment.column("municipality", workers: workers)
        var files: [String: [File]] = [:]
        var row = 0
        for (person, run) in zip(persons, runs) {
            // The first record of the person at each holder.
            var first: [UInt32: Int] = [:]
            for place in row..<row + Int(run)
            where counting.contains(segment.deliveries[Int(ordinals[place])].id) {
                if let known = first[ordinals[place]], starts[known] <= starts[place] { continue }
                first[ordinals[place]] = place
            }
            row += Int(run)
            for (ordinal, place) in first {
                files[segment.deliveries[Int(ordinal)].holder, default: []].append(
                    File(
                        person: person,
                        referrer: codes.referrers[referrers[place]] ?? "U",
                        form: codes.forms[forms[place]] ?? "U",
                        part: codes.parts[places[place]] ?? "U"
                    )
                )
            }
        }
        return files
    }
}

/// What the bytes of stored columns stand for.
private struct FrameCodes {
    var referrers: [UInt8: String] = [:]
    var forms: [UInt8: String] = [:]
    var parts: [UInt16: String] = [:]

    init(_ source: SourceDefinition, _ definitions: DefinitionSet) {
        func codes(_ column: String) -> [UInt8: String] {
            let list = source.column(column)?.codeList.flatMap { definitions.codeLists[$0] }
            var codes: [UInt8: String] = [:]
            for entry in list?.entries ?? [] {
                if let byte = CodeTable.byte(for: entry.code) { codes[byte] = entry.code }
            }
            return codes
        }
        referrers = codes("verwijzer")
        forms = codes("hulpvorm")
        for code in definitions.regions.knownCodes {
            guard let number = UInt16(code.dropFirst(2)) else { continue }
            parts[number] =
                definitions.regions.placement(of: code, boundaries: 2020)[.partOfCountry]
        }
    }
}

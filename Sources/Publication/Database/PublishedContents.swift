public import Comparison
public import Disclosure
public import Domain
import GRDB

/// One release of the published database, open for reading.
public struct PublishedContents: Sendable {
    /// What is known of the release.
    public let release: Release
    /// The tables by indicator, each by period.
    public let tables: [String: [PublishedTable]]
    /// The published series, in their order.
    public let series: [PublishedSeries]
    /// What was compared between municipalities, without the inputs.
    public let comparisons: Comparisons

    let queue: DatabaseQueue

    init(path: String) throws(PublicationError) {
        do {
            var configuration = Configuration()
            configuration.readonly = true
            queue = try DatabaseQueue(
                path: "file:\(PublishedContents.escaped(path))?mode=ro&immutable=1",
                configuration: configuration
            )
            let properties = try queue.read { database in try database.properties() }
            guard properties["form"] == PublishedSchema.version else {
                throw PublicationError.otherVersion(
                    path: path,
                    found: properties["form"] ?? "?",
                    expected: PublishedSchema.version
                )
            }
            release = Release(
                day: properties["day"].flatMap { CalendarDay(described: $0) }
                    ?? CalendarDay(number: 0),
                origin: properties["origin"].flatMap { Release.Origin(rawValue: $0) } ?? .fictive
            )
            let (tables, series, comparisons) = try queue.read { database in
                (
                    try database.publishedTables(), try database.allSeries(),
                    try database.comparisons()
                )
            }
            self.tables = Dictionary(grouping: tables, by: \.indicator)
            self.series = series
            self.comparisons = comparisons
        } catch let error as PublicationError {
            throw error
        } catch {
            let reason = (error as? DatabaseError)?.message ?? "SQLite"
            throw .notADatabase(path: path, reason: reason)
        }
    }

    /// The table of an indicator for a period.
    public func table(_ indicator: String, _ period: Period) -> PublishedTable? {
        tables[indicator]?.first { $0.period == period }
    }

    /// The newest half-year of which there is any table.
    public var newest: ReportingPeriod? {
        tables.values.joined().compactMap { table in
            if case .halfYear(let half) = table.period { half } else { nil }
        }.max()
    }

    /// What is shown of a cell; zero where it is absent, `nil` where the table has no such place.
    ///
    /// A dimension that is not named stands at its total.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    public func value(
        _ table: PublishedTable,
        _ region: CellTable.Region,
        _ codes: [String: String] = [:],
        measure: String
    ) throws(PublicationError) -> ProtectedTable.Value? {
        guard let key = table.key(region: region, codes: codes, measure: measure) else {
            return nil
        }
        do {
            return try queue.read { database in
                let statement = try database.cachedStatement(
                    sql: "SELECT value FROM cell WHERE table_id = ? AND key = ?"
                )
                let row = try Row.fetchOne(statement, arguments: [table.number, Int64(key)])
                guard let row else { return .shown(0) }
                return (row[0] as Int64?).map { .shown($0) } ?? .suppressed
            }
        } catch {
            throw .notADatabase(
                path: queue.path,
                reason: (error as? DatabaseError)?.message ?? "SQLite"
            )
        }
    }

    /// What a municipality works its standardised figure out again from; `nil` without such inputs.
    ///
    /// - Throws: ``PublicationError`` when the file cannot be read.
    public func input(
        of sheet: ComparisonSheet,
        _ code: String
    ) throws(PublicationError) -> PerformanceInput? {
        do {
            let strata = try queue.read { database in
                try database.strata(of: sheet.measure, code)
            }
            guard !strata.isEmpty else { return nil }
            return PerformanceInput(
                measure: sheet.measure,
                period: sheet.period,
                code: code,
                strata: strata
            )
        } catch {
            throw .notADatabase(
                path: queue.path,
                reason: (error as? DatabaseError)?.message ?? "SQLite"
            )
        }
    }

    /// The path with the signs that mean something in an address written otherwise.
    private static func escaped(_ path: String) -> String {
        var text = ""
        for character in path {
            switch character {
            case "%": text += "%25"
            case "?": text += "%3f"
            case "#": text += "%23"
            default: text.append(character)
            }
        }
        return text
    }
}

extension CalendarDay {
    /// Reads a day as it describes itself.
    init?(described text: String) {
        let parts = text.split(separator: "-").compactMap { Int($0) }
        guard parts.count == 3 else { return nil }
        self.init(year: parts[0], month: parts[1], day: parts[2])
    }
}

public import Comparison
public import Definitions
public import Disclosure
public import Domain
import Foundation
import GRDB

/// Writes the published database: what may be shown, and nothing else.
///
/// It takes protected tables and figures of others only, so an unprotected cell cannot get in.
/// The same input gives the same bytes.
public enum PublishedDatabaseWriter {
    /// Writes a release and puts it in the place of the one before, whole or not at all.
    ///
    /// The file is built beside its place, copied durably and renamed, so that a reader sees the
    /// old release or the new one and a crash leaves one of the two.
    ///
    /// What is compared between municipalities is worked out here, once, so that a page only
    /// reads it.
    ///
    /// - Parameters:
    ///   - tables: the protected tables.
    ///   - series: figures of others.
    ///   - definitions: what the tables mean and what is compared.
    ///   - population: inhabitants by age and sex; without it nothing is standardised for them.
    ///   - release: what is known of the release.
    ///   - traces: from what each table follows.
    ///   - path: the place of the database.
    /// - Throws: ``PublicationError`` when the place cannot be written or a table is given twice.
    public static func write(
        tables: [ProtectedTable],
        series: [PublishedSeries],
        definitions: DefinitionSet,
        population: PopulationByAge? = nil,
        release: Release,
        traces: [TableTrace] = [],
        to path: String
    ) throws(PublicationError) {
        let ordered = try inOrder(tables)
        let comparisons = Comparisons(
            ordered,
            definitions: definitions,
            population: population
        )
        let place = URL(filePath: path)
        let draft = place.deletingLastPathComponent()
            .appending(path: ".\(place.lastPathComponent).draft")
        do {
            try? FileManager.default.removeItem(at: draft)
            defer { try? FileManager.default.removeItem(at: draft) }
            try build(
                ordered,
                series,
                comparisons,
                definitions,
                release,
                traces,
                at: draft.path
            )
            // Written beside, flushed and renamed by this option.
            try Data(contentsOf: draft, options: .alwaysMapped).write(to: place, options: .atomic)
            // The rename itself lasts only once the folder is flushed.
            let folder = try FileHandle(forReadingFrom: place.deletingLastPathComponent())
            try folder.synchronize()
            try folder.close()
        } catch {
            throw .cannotWrite(path: path, reason: reason(error))
        }
    }

    /// The tables by indicator and period, each once.
    private static func inOrder(
        _ tables: [ProtectedTable]
    ) throws(PublicationError) -> [ProtectedTable] {
        let ordered = tables.sorted { ($0.indicator, $0.period) < ($1.indicator, $1.period) }
        for (left, right) in zip(ordered, ordered.dropFirst())
        where left.indicator == right.indicator && left.period == right.period {
            throw .tableTwice(indicator: left.indicator, period: left.period.description)
        }
        return ordered
    }

    private static func build(
        _ tables: [ProtectedTable],
        _ series: [PublishedSeries],
        _ comparisons: Comparisons,
        _ definitions: DefinitionSet,
        _ release: Release,
        _ traces: [TableTrace],
        at path: String
    ) throws {
        var configuration = Configuration()
        // The draft needs no protection against a crash: its copy is what lasts.
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA journal_mode = DELETE")
            try database.execute(sql: "PRAGMA synchronous = OFF")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.write { database in
            for statement in PublishedSchema.statements + ComparisonSchema.statements {
                try database.execute(sql: statement)
            }
            try database.execute(
                sql: "INSERT INTO property VALUES ('form', ?), ('day', ?), ('origin', ?)",
                arguments: [
                    PublishedSchema.version, release.day.description, release.origin.rawValue,
                ]
            )
            for (number, table) in tables.enumerated() {
                let version = definitions.indicators[table.indicator]?.version ?? 0
                try database.insert(table, number: number + 1, definitionVersion: version)
                let own = traces.first {
                    $0.indicator == table.indicator && $0.period == table.period.description
                }
                try database.insert(own?.entries ?? [], ofTable: number + 1)
            }
            for (number, one) in series.enumerated() {
                try database.insert(one, number: number + 1)
            }
            try database.insert(comparisons)
        }
        try queue.close()
    }

    private static func reason(_ error: any Error) -> String {
        if let error = error as? DatabaseError { return error.message ?? "SQLite" }
        if let error = error as? CocoaError {
            let cause = (error.underlying as? POSIXError)?.localizedDescription
            return cause ?? error.localizedDescription
        }
        return "\(type(of: error))"
    }
}

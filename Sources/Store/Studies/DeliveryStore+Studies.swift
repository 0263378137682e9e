public import Columns
import Crypto
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// The tables of studies; made on the first entry, so that a store without one stays as it was.
    static let studySchema = """
        CREATE TABLE IF NOT EXISTS study (
            number INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, kind TEXT NOT NULL,
            subject TEXT, at TEXT NOT NULL, sealed BLOB NOT NULL);
        CREATE INDEX IF NOT EXISTS studyByName ON study (name, number);
        CREATE TABLE IF NOT EXISTS studyLink (
            name TEXT NOT NULL, subject TEXT NOT NULL, sealed BLOB NOT NULL,
            PRIMARY KEY (name, subject)) WITHOUT ROWID;
        """

    /// Writes entries down about a study, with the persons behind its codes, all or nothing.
    ///
    /// - Parameters:
    ///   - entries: the entries, in their order.
    ///   - study: the study.
    ///   - links: for study codes the person each stands for.
    ///   - last: the number of the last entry that the writer has seen; when another was written
    ///     since, nothing is. `nil` to write whatever stands there.
    ///   - now: the time.
    ///   - event: what the audit log keeps of it.
    /// - Returns: whether it was written; `false` when somebody was first.
    /// - Throws: ``StoreError``.
    public func append(
        _ entries: [NewStudyEntry],
        to study: String,
        links: [(subject: String, person: Pseudonym)] = [],
        after last: Int? = nil,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws -> Bool {
        let seal = StudySeal(key: key, store: identity)
        return try write { database in
            try database.execute(sql: DeliveryStore.studySchema)
            let found = try Int.fetchOne(
                database,
                sql: "SELECT max(number) FROM study WHERE name = ?",
                arguments: [study]
            )
            if let last, found ?? 0 != last { return false }
            for entry in entries {
                try database.execute(
                    sql: "INSERT INTO study (name, kind, subject, at, sealed) VALUES (?,?,?,?,?)",
                    arguments: [study, entry.kind, entry.subject, now.description, Data()]
                )
                let number = Int(database.lastInsertedRowID)
                let sealed = try seal.seal(
                    entry.content,
                    over: StudySeal.binding(number, study, entry.kind, entry.subject, "\(now)")
                )
                try database.execute(
                    sql: "UPDATE study SET sealed = ? WHERE number = ?",
                    arguments: [sealed, number]
                )
            }
            for (subject, person) in links {
                try database.execute(
                    sql: "INSERT INTO studyLink VALUES (?, ?, ?)",
                    arguments: [
                        study, subject,
                        try seal.seal(person.bytes, over: StudySeal.binding(study, subject)),
                    ]
                )
            }
            try append([event], at: now, in: database)
            return true
        }
    }

    /// The number of the last entry about a study; 0 when there is none.
    public func lastStudyEntry(_ study: String) throws -> Int {
        try read { database in
            guard try database.tableExists("study") else { return 0 }
            return try Int.fetchOne(
                database,
                sql: "SELECT max(number) FROM study WHERE name = ?",
                arguments: [study]
            ) ?? 0
        }
    }

    /// What was written down about a study, in its order.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when an entry does not open.
    public func studyEntries(_ study: String) throws -> [StudyEntry] {
        let seal = StudySeal(key: key, store: identity)
        let rows = try read { database in
            guard try database.tableExists("study") else { return [Row]() }
            return try Row.fetchAll(
                database,
                sql: "SELECT * FROM study WHERE name = ? ORDER BY number",
                arguments: [study]
            )
        }
        return try rows.map { row in
            let number: Int = row["number"]
            let kind: String = row["kind"]
            let subject: String? = row["subject"]
            let at: String = row["at"]
            let opened = seal.open(
                row["sealed"],
                over: StudySeal.binding(number, study, kind, subject, at)
            )
            guard let opened, let instant = UTCInstant(at) else {
                throw StoreError.damaged(path: path, reason: "entry \(number) of a study")
            }
            return StudyEntry(
                number: number,
                study: study,
                kind: kind,
                subject: subject,
                at: instant,
                content: opened
            )
        }
    }

    /// The persons behind the codes of a study.
    ///
    /// - Throws: ``StoreError/damaged(path:reason:)`` when one does not open.
    public func studyLinks(_ study: String) throws -> [String: Pseudonym] {
        let seal = StudySeal(key: key, store: identity)
        let rows = try read { database in
            guard try database.tableExists("studyLink") else { return [Row]() }
            return try Row.fetchAll(
                database,
                sql: "SELECT subject, sealed FROM studyLink WHERE name = ? ORDER BY subject",
                arguments: [study]
            )
        }
        var links: [String: Pseudonym] = [:]
        for row in rows {
            let subject: String = row["subject"]
            guard let opened = seal.open(row["sealed"], over: StudySeal.binding(study, subject))
            else { throw StoreError.damaged(path: path, reason: "a link of a study") }
            links[subject] = Pseudonym(bytes: opened)
        }
        return links
    }

    /// The names of the studies, sorted.
    public func studies() throws -> [String] {
        try read { database in
            guard try database.tableExists("study") else { return [] }
            return try String.fetchAll(
                database,
                sql: "SELECT DISTINCT name FROM study ORDER BY name"
            )
        }
    }
}

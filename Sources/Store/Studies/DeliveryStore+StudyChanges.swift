import Columns
public import Domain
import Foundation
import GRDB

extension DeliveryStore {
    /// Takes away everything that studies hold about persons: the link, and every entry on the
    /// file.
    func eraseFromStudies(_ persons: Set<Pseudonym>, in database: Database) throws {
        guard !persons.isEmpty, try database.tableExists("studyLink") else { return }
        let seal = StudySeal(key: key, store: identity)
        for row in try Row.fetchAll(database, sql: "SELECT * FROM studyLink") {
            let study: String = row["name"]
            let subject: String = row["subject"]
            guard
                let opened = seal.open(row["sealed"], over: StudySeal.binding(study, subject)),
                persons.contains(Pseudonym(bytes: opened))
            else { continue }
            try database.execute(
                sql: "DELETE FROM studyLink WHERE name = ? AND subject = ?",
                arguments: [study, subject]
            )
            try database.execute(
                sql: "DELETE FROM study WHERE name = ? AND subject = ?",
                arguments: [study, subject]
            )
        }
    }

    /// Takes every entry about one code of a study away, and its link, and writes one in their place.
    ///
    /// The file is written anew, so that nothing of them is left in it.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - subject: the code.
    ///   - entry: what is written down in their place; about the study, not about the code.
    ///   - now: the time.
    ///   - event: what the audit log keeps of it.
    /// - Throws: ``StoreError``.
    public func eraseFromStudy(
        _ study: String,
        subject: String,
        leaving entry: NewStudyEntry,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws {
        let seal = StudySeal(key: key, store: identity)
        try overwriting {
            try write { database in
                try database.execute(sql: DeliveryStore.studySchema)
                for table in ["study", "studyLink"] {
                    try database.execute(
                        sql: "DELETE FROM \(table) WHERE name = ? AND subject = ?",
                        arguments: [study, subject]
                    )
                }
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
                try append([event], at: now, in: database)
            }
            try rewriteFile()
        }
    }

    /// Takes every entry about any code of a study away, and all its links; the file is written anew.
    ///
    /// - Parameters:
    ///   - study: the study.
    ///   - now: the time.
    ///   - event: what the audit log keeps of it.
    /// - Throws: ``StoreError``.
    public func eraseSubjects(
        of study: String,
        at now: UTCInstant,
        logging event: AuditEvent
    ) throws {
        try overwriting {
            try write { database in
                try database.execute(sql: DeliveryStore.studySchema)
                try database.execute(
                    sql: "DELETE FROM study WHERE name = ? AND subject IS NOT NULL",
                    arguments: [study]
                )
                try database.execute(
                    sql: "DELETE FROM studyLink WHERE name = ?",
                    arguments: [study]
                )
                try append([event], at: now, in: database)
            }
            try rewriteFile()
        }
    }

    /// Seals what studies hold under another key, persons by their new pseudonyms.
    func resealStudies(
        under new: StoreKey,
        _ translation: PseudonymTranslation,
        in database: Database
    ) throws {
        guard try database.tableExists("study") else { return }
        let old = StudySeal(key: key, store: identity)
        let next = StudySeal(key: new, store: identity)
        for number in try Int.fetchAll(database, sql: "SELECT number FROM study") {
            guard
                let row = try Row.fetchOne(
                    database,
                    sql: "SELECT * FROM study WHERE number = ?",
                    arguments: [number]
                )
            else { continue }
            let binding = StudySeal.binding(
                number,
                row["name"],
                row["kind"],
                row["subject"],
                row["at"]
            )
            guard let opened = old.open(row["sealed"], over: binding) else {
                throw StoreError.damaged(path: path, reason: "entry \(number) of a study")
            }
            try database.execute(
                sql: "UPDATE study SET sealed = ? WHERE number = ?",
                arguments: [try next.seal(opened, over: binding), number]
            )
        }
        for row in try Row.fetchAll(database, sql: "SELECT * FROM studyLink") {
            let binding = StudySeal.binding(row["name"], row["subject"])
            guard let opened = old.open(row["sealed"], over: binding) else {
                throw StoreError.damaged(path: path, reason: "a link of a study")
            }
            let person = try translation.pseudonyms(
                of: [Pseudonym(bytes: opened)],
                workers: Workers(cores: 1)
            )[0]
            try database.execute(
                sql: "UPDATE studyLink SET sealed = ? WHERE name = ? AND subject = ?",
                arguments: [
                    try next.seal(person.bytes, over: binding), row["name"] as String,
                    row["subject"] as String,
                ]
            )
        }
    }
}

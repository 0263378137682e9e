public import CaseFileStudies

/// Reads answers to the question whether somebody takes part, and holds them against the rules of
/// safe contact.
public enum ContactTable {
    /// The columns.
    static let columns = [
        "participant", "age_band", "representative", "accused", "read_along", "channel",
        "heard_apart", "consent_by", "outcome",
    ]

    /// Reads a file; what was entered already is left out.
    ///
    /// What was given can be withdrawn, and nothing else changes.
    ///
    /// - Throws: `StudyError` that names row, column and what was expected.
    public static func read(
        _ bytes: [UInt8],
        path: String,
        state: CohortState
    ) throws(StudyError) -> [SafeContact] {
        let table = try EntryTable(bytes, path: path, required: columns)
        let codes = Set(state.participants.map(\.code))
        var known = state.contacts
        var fresh: [SafeContact] = []
        for row in table.rows {
            let contact = try contact(row, table, codes)
            for rule in ContactRule.all where rule.isBroken(by: contact) {
                throw table.mistake(row.number, rule.column, rule.expected)
            }
            if let before = known[contact.participant] {
                if before == contact { continue }
                guard before.outcome == .given, contact.outcome == .withdrawn else {
                    throw .conflict(path: path, row: row.number, column: "outcome")
                }
            } else if contact.outcome == .withdrawn {
                throw table.mistake(row.number, "outcome", "withdrawn only after given")
            }
            known[contact.participant] = contact
            fresh.append(contact)
        }
        return fresh
    }

    private static func contact(
        _ row: (number: Int, cells: [String: String]),
        _ table: EntryTable,
        _ codes: Set<String>
    ) throws(StudyError) -> SafeContact {
        func needed<Choice: CaseIterable & RawRepresentable>(
            _ type: Choice.Type,
            _ column: String
        ) throws(StudyError) -> Choice where Choice.RawValue == String {
            guard let choice = try table.choice(type, row, column) else {
                throw table.mistake(
                    row.number,
                    column,
                    type.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            return choice
        }
        let code = row.cells["participant"] ?? ""
        guard codes.contains(code) else {
            throw table.mistake(row.number, "participant", "a code of the participants")
        }
        var consenters: [SafeContact.Consenter] = []
        for name in (row.cells["consent_by"] ?? "").split(separator: " ") {
            guard let consenter = SafeContact.Consenter(rawValue: String(name)),
                !consenters.contains(consenter)
            else {
                throw table.mistake(
                    row.number,
                    "consent_by",
                    "with blanks between them, each once: "
                        + SafeContact.Consenter.allCases.map(\.rawValue).joined(separator: ", ")
                )
            }
            consenters.append(consenter)
        }
        let apart = row.cells["heard_apart"] ?? ""
        guard ["yes", "no"].contains(apart) else {
            throw table.mistake(row.number, "heard_apart", "yes, no")
        }
        return SafeContact(
            participant: code,
            ageBand: try needed(SafeContact.AgeBand.self, "age_band"),
            representative: try needed(SafeContact.Representative.self, "representative"),
            accused: try needed(SafeContact.Accused.self, "accused"),
            readingAlong: try needed(SafeContact.ReadingAlong.self, "read_along"),
            channel: try needed(SafeContact.Channel.self, "channel"),
            isHeardApart: apart == "yes",
            consenters: consenters.sorted { $0.rawValue < $1.rawValue },
            outcome: try needed(SafeContact.Outcome.self, "outcome")
        )
    }
}

import Domain

/// Reads `regions/changes.csv` and checks that the codes follow each other in time.
struct MunicipalityChangeLoader {
    let folder: DefinitionFolder
    let municipalities: [RegionReference.Municipality]

    private static let file = "regions/changes.csv"

    func load() throws(DefinitionError) -> [RegionReference.Change] {
        var changes: [RegionReference.Change] = []
        let rows = try folder.csv(
            MunicipalityChangeLoader.file,
            columns: ["old_code", "old_name", "new_code", "new_name", "date"]
        )
        for row in rows {
            let change = RegionReference.Change(
                oldCode: try row.required("old_code").municipalityCode(),
                oldName: try row.required("old_name").text(),
                newCode: try row.required("new_code").municipalityCode(),
                newName: try row.required("new_name").text(),
                date: try row.required("date").day()
            )
            if let last = changes.last, change.date < last.date {
                throw row.required("date").mistake(
                    found: "\(change.date) behind \(last.date)",
                    expected: "dates in their order"
                )
            }
            if change.oldCode == change.newCode
                || changes.contains(where: {
                    $0.oldCode == change.oldCode && $0.newCode == change.newCode
                })
            {
                throw row.required("new_code").mistake(
                    found: "`\(change.oldCode)` to `\(change.newCode)`",
                    expected: "another code, and each pair once"
                )
            }
            changes.append(change)
        }
        for (row, change) in zip(rows, changes) {
            try check(change, of: row, among: changes)
        }
        return changes
    }

    private func check(
        _ change: RegionReference.Change,
        of row: CSVRow,
        among changes: [RegionReference.Change]
    ) throws(DefinitionError) {
        if let other = changes.first(where: {
            $0.oldCode == change.oldCode && $0.date != change.date
        }) {
            throw row.required("old_code").mistake(
                found: "`\(change.oldCode)` ended on \(other.date) and on \(change.date)",
                expected: "one day on which it ended"
            )
        }
        if let later = changes.first(where: {
            $0.oldCode == change.newCode && $0.date <= change.date
        }) {
            throw row.required("new_code").mistake(
                found: "`\(change.newCode)`, which ended on \(later.date)",
                expected: "a code that exists on \(change.date)"
            )
        }
        guard let municipality = municipalities.first(where: { $0.code == change.newCode }) else {
            try checkLeads(change, of: row, among: changes)
            return
        }
        guard municipality.name == change.newName else {
            throw row.required("new_name").mistake(
                found: "`\(change.newName)` for `\(change.newCode)`",
                expected: "`\(municipality.name)`, as in the table of municipalities"
            )
        }
    }

    /// A code outside the table has to come from the table or to lead to it.
    private func checkLeads(
        _ change: RegionReference.Change,
        of row: CSVRow,
        among changes: [RegionReference.Change]
    ) throws(DefinitionError) {
        let isKnown = { code in municipalities.contains { $0.code == code } }
        guard isKnown(change.oldCode) || changes.contains(where: { $0.oldCode == change.newCode })
        else {
            throw row.required("new_code").mistake(
                found: "`\(change.newCode)`, which the table of municipalities does not lead to",
                expected: "a code of that table, or one that comes from it or goes to it"
            )
        }
    }
}

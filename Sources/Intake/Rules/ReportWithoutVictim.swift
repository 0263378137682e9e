import Columns
import Domain

extension Rule {
    /// A report is about somebody harmed; where every person has a role and none is a victim, one
    /// may be missing.
    static let reportWithoutVictim = Rule(
        file: "INT-455",
        .note,
        [.role],
        sources: ["veiligthuis"]
    ) { file in
        let role = file.small(.role)
        let kind = file.small(.kind)
        guard !role.isEmpty, !kind.isEmpty else { return [] }
        return file.groups(by: .record).filter { rows in
            kind[rows[0]] == .letter("M")
                && rows.allSatisfy { role[$0] == .letter("P") || role[$0] == .letter("O") }
        }.map { file.finding(.role, $0[0]) }
    }
}

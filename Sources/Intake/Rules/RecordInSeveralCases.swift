import Columns
import Domain

extension Rule {
    /// The same person in two cases at one organisation may be one case.
    static let recordInSeveralCases = Rule(
        file: "INT-456",
        .query,
        [.caseNumber],
        sources: ["veiligthuis"]
    ) { file in
        let numbers = file.rows.numbers
        let cases = file.long(.caseNumber)
        guard !cases.isEmpty else { return [] }
        return file.groups {
            NumberState.isNumber(numbers[$0]) ? UInt64(numbers[$0]) : LongValue.absent
        }
        .flatMap { rows in
            rows.dropFirst().filter {
                cases[$0] != LongValue.absent && cases[$0] != cases[rows[0]]
                    && cases[rows[0]] != LongValue.absent
            }.map { file.finding(.caseNumber, $0) }
        }
    }
}

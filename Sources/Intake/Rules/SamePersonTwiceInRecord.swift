import Columns
import Domain

extension Rule {
    /// A person stands once in a report; a victim who is perpetrator too has role B.
    static let samePersonTwiceInRecord = Rule(
        file: "INT-451",
        .query,
        [.number],
        sources: ["veiligthuis"]
    ) { file in
        let numbers = file.rows.numbers
        return file.groups(by: .record).flatMap { rows in
            var seen: Set<UInt32> = []
            return rows.filter { row in
                NumberState.isNumber(numbers[row]) && !seen.insert(numbers[row]).inserted
            }.map { file.finding(.number, $0) }
        }
    }
}

import Columns
import Domain

extension Rule {
    /// A report called first (E) has no earlier report of the same case in the file.
    static let firstReportIsNotFirst = Rule(
        file: "INT-454",
        .query,
        [.involvement],
        sources: ["veiligthuis"]
    ) { file in
        let involvement = file.small(.involvement)
        let day = file.wide(.day)
        let records = file.long(.record)
        guard !involvement.isEmpty, !day.isEmpty else { return [] }
        return file.groups(by: .caseNumber).flatMap { rows in
            guard let earliest = rows.map({ day[$0] }).filter(\.isDay).min() else {
                return [FileFinding]()
            }
            let firsts = Set(rows.filter { day[$0] == earliest }.map { records[$0] })
            return rows.filter {
                involvement[$0] == .letter("E") && day[$0].isDay && day[$0] > earliest
                    && !firsts.contains(records[$0])
            }.map { file.finding(.involvement, $0) }
        }
    }
}

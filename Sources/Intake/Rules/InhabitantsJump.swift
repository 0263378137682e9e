import Columns
import Domain

extension Rule {
    /// A municipality changes by a few percent from year to year; more is a merger or a mistake.
    static let inhabitantsJump = Rule(
        file: "INT-809",
        .query,
        [.minors],
        sources: ["population"]
    ) { file in
        let value = file.long(.minors)
        let place = file.wide(.place)
        let year = file.long(.year)
        let limit = file.setting.limit("year-jump-percent")
        guard !value.isEmpty else { return [] }
        return file.groups { UInt64(place[$0]) }.flatMap { rows in
            let sorted = rows.filter { LongValue.number(value[$0]) != nil }
                .sorted { (year[$0], $0) < (year[$1], $1) }
            return zip(sorted, sorted.dropFirst()).filter { before, now in
                let (old, new) = (Int(value[before]) - 1, Int(value[now]) - 1)
                return year[now] == year[before] + 1 && abs(new - old) * 100 > old * limit
            }.map { file.finding(.minors, $1) }
        }
    }
}

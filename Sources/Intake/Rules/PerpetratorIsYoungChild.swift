import Columns
import Domain

extension Rule {
    /// A child under twelve is seldom registered as the one who did it alone.
    static let perpetratorIsYoungChild = Rule(
        "INT-449",
        .query,
        [.role],
        sources: ["veiligthuis"]
    ) { batch in
        let role = batch.small(.role)
        let day = batch.wide(.day)
        let birth = batch.wide(.birth)
        let youngest = batch.setting.youngest
        guard batch.setting.has(.birth) else { return [] }
        return batch.flag(.role) { row in
            role[row] == .letter("P") && day[row].isDay && birth[row].isDay
                && day[row] < youngest[birth[row]]
        }
    }
}

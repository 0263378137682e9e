import Columns
import Domain

extension Rule {
    /// Guardianship ends at the eighteenth birthday at the latest.
    static let guardianshipOfAdult = Rule(
        "INT-204",
        .query,
        [.birth],
        sources: ["jeugdbescherming"]
    ) {
        batch in
        let type = batch.small(.measure)
        let birth = batch.wide(.birth)
        let end = batch.wide(.end)
        let handedOver = batch.wide(.handedOver)
        let adult = batch.setting.adult
        let last = batch.setting.periodEnd
        return batch.flag(.birth) { row in
            let until = end[row].isDay ? end[row] : handedOver[row].isDay ? handedOver[row] : last
            return (type[row] >= 21 && type[row] <= 23) && min(until, last) > adult[birth[row]]
        }
    }
}

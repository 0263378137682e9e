import Columns
import Domain

extension Rule {
    /// An advice, report or registration is counted on its day.
    static let dayIsMissing = Rule(
        "INT-405",
        .record,
        [.day],
        sources: ["veiligthuis", "csg-records"]
    ) { batch in
        let value = batch.wide(.day)
        return batch.flag(.day) { value[$0] == PackedDay.absent }
    }
}

import Columns
import Domain

extension Rule {
    /// A figure is of a municipality that exists or has existed.
    static let placeIsUnknown = Rule(
        "INT-802",
        .record,
        [.place],
        sources: ["population"]
    ) { batch in
        let value = batch.wide(.place)
        return batch.flag(.place) { value[$0] == PackedDay.absent || value[$0] == 65_535 }
    }
}

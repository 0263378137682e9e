import Columns
import Domain

extension Rule {
    /// Structural abuse by an unknown person is seldom.
    static let structuralByUnknownPerson = Rule(
        "INT-533",
        .note,
        [.duration],
        sources: ["csg-records"]
    ) { batch in
        let value = batch.small(.duration)
        let relations = batch.long(.relations)
        return batch.flag(.duration) { value[$0] == .letter("S") && relations[$0] == 1 << 52 }
    }
}

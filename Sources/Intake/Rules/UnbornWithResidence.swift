import Columns
import Domain

extension Rule {
    /// A child not yet born does not reside with a provider.
    static let unbornWithResidence = Rule(
        "INT-164",
        .query,
        [.form],
        sources: ["jeugdhulp"]
    ) { batch in
        let form = batch.small(.form)
        let birth = batch.wide(.birth)
        guard batch.setting.has(.birth) else { return [] }
        return batch.flag(.form) { birth[$0] == PackedDay.unborn && (11...14).contains(form[$0]) }
    }
}

import Columns
import Definitions
import Domain

extension Rule {
    /// A count is put in a cell by every dimension; an empty one counts as unknown.
    static let dimensionIsEmpty = Rule(
        "INT-511",
        .query,
        [.acute, .nature, .ownNetwork, .duration],
        sources: ["csg-counts", "csg-records"]
    ) { batch in
        let isCount = batch.setting.layout.shape == .counts
        let fields: [RowField] =
            isCount ? [.acute, .nature, .ownNetwork, .duration] : [.acute, .nature]
        return fields.flatMap { field in
            let value = batch.small(field)
            return batch.flag(field) { value[$0] == CodeTable.absent }
        }
    }
}

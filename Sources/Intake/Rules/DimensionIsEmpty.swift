import Columns
import Domain

extension Rule {
    /// A count is put in a cell by every dimension; an empty one counts as unknown.
    static let dimensionIsEmpty = Rule(
        "INT-511",
        .query,
        [.acute, .nature, .ownNetwork, .duration],
        sources: ["csg-counts"]
    ) { batch in
        [RowField.acute, .nature, .ownNetwork, .duration].flatMap { field in
            let value = batch.small(field)
            return batch.flag(field) { value[$0] == CodeTable.absent }
        }
    }
}

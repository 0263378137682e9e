extension LinkedTables {
    /// Checks that every total is the sum of its parts.
    ///
    /// Where most relations of a dimension break and always because the parts are more, units
    /// probably stand in several of its categories, and the refusal says that instead.
    ///
    /// - Throws: ``TableError/contradiction(relation:partsAreMore:)`` or
    ///   ``TableError/notAdditive(dimension:relation:broken:checked:)``.
    func checkTotals() throws(TableError) {
        var firstBroken: [Int?: Int] = [:]
        var checked: [Int?: Int] = [:]
        var more: [Int?: Int] = [:]
        var fewer: [Int?: Int] = [:]
        for index in 0..<relations.count {
            let terms = relations[index]
            let dimension = relations.dimensions[index]
            guard let total = terms.first, let sum = cells[Int(total)].exact else { continue }
            var parts = 0
            var filled = 0
            for term in terms.dropFirst() {
                let value = cells[Int(term)].exact ?? 0
                parts += value
                filled += value == 0 ? 0 : 1
            }
            if filled > 1 { checked[dimension, default: 0] += 1 }
            guard parts != sum else { continue }
            if firstBroken[dimension] == nil { firstBroken[dimension] = index }
            if parts > sum {
                more[dimension, default: 0] += 1
            } else {
                fewer[dimension, default: 0] += 1
            }
        }
        for dimension in structure.dimensions.indices {
            guard let index = firstBroken[dimension] else { continue }
            let (broken, all) = (more[dimension] ?? 0, checked[dimension] ?? 0)
            if fewer[dimension] == nil, broken > 1, broken * 2 >= all {
                throw .notAdditive(
                    dimension: structure.dimensions[dimension].name,
                    relation: name(ofRelation: index),
                    broken: broken,
                    checked: all
                )
            }
        }
        guard let index = firstBroken.values.min() else { return }
        let terms = relations[index]
        let sum = terms.first.flatMap { cells[Int($0)].exact } ?? 0
        let parts = terms.dropFirst().reduce(0) { $0 + (cells[Int($1)].exact ?? 0) }
        throw .contradiction(relation: name(ofRelation: index), partsAreMore: parts > sum)
    }
}

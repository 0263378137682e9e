/// Holds printed sums against their printed parts.
///
/// A derived figure is taken to be no promise of its own. That is right only when it is the sum of
/// the printed parts; any other figure would say something more.
struct DerivedSums {
    private let system: CellSystem

    init(_ system: CellSystem) {
        self.system = system
    }

    /// - Throws: ``AttackError/wrongSum(relation:printed:parts:)`` for the first sum that is wrong.
    func check() throws(AttackError) {
        for relation in 0..<system.relationCount {
            let terms = system.terms(of: relation)
            guard let last = terms.last, system.coefficients[last] == -1,
                case .derived(let printed) = system.knowledge[Int(system.cells[last])]
            else { continue }
            var sum = 0
            var isWhole = true
            for term in terms.dropLast() {
                guard let part = system.knowledge[Int(system.cells[term])].printed else {
                    isWhole = false
                    break
                }
                sum += Int(system.coefficients[term]) * part
            }
            if isWhole, sum != printed {
                throw .wrongSum(
                    relation: system.labels.name(ofRelation: relation),
                    printed: printed,
                    parts: sum
                )
            }
        }
    }
}

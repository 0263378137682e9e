import Disclosure
import Domain

/// Says what stands where the database keeps no cell.
///
/// A count that is absent is zero. A mean over nobody is no number at all, and a figure that hangs
/// on a withheld count is withheld with it: undefined is not zero, and neither is withheld.
struct AbsentCells {
    let measures: [CellTable.Measure]
    private let isHeld: [Bool]
    private let ended: Int?
    private let youths: Int?
    private let population: Int?

    /// - Parameters:
    ///   - measures: the measures of the open table.
    ///   - held: those that the table of the period has.
    init(measures: [CellTable.Measure], held: [CellTable.Measure]) {
        self.measures = measures
        isHeld = measures.map { measure in held.contains { $0.name == measure.name } }
        ended = measures.firstIndex { $0.name == "ended" && $0.isCount }
        youths = measures.firstIndex { $0.name == "youths" && $0.isCount }
        population = measures.firstIndex { $0.name == "population" && !$0.isCount }
    }

    /// The cell of a measure in a row.
    func cell(
        _ measure: Int,
        _ values: [ProtectedTable.Value?],
        _ vintage: VintageStatus
    ) -> Observation {
        switch values[measure] {
        case .shown(let number): Observation(value: number, status: .free, vintage: vintage)
        case .suppressed: Observation(value: nil, status: .withheld, vintage: vintage)
        case nil: absent(measure, values, vintage)
        }
    }

    private func absent(
        _ measure: Int,
        _ values: [ProtectedTable.Value?],
        _ vintage: VintageStatus
    ) -> Observation {
        let zero = Observation(value: 0, status: .free, vintage: vintage)
        func none(_ status: ObservationStatus) -> Observation {
            Observation(value: nil, status: status, vintage: vintage)
        }
        guard isHeld[measure] else { return none(.unknown) }
        guard !measures[measure].isCount else { return zero }
        switch measures[measure].name {
        case "mean_days", "median_days":
            guard let ended, let count = values[ended] else { return none(.impossible) }
            return count == .suppressed ? none(.withheld) : zero
        case "per_1000":
            if let youths, values[youths] == .suppressed { return none(.withheld) }
            guard let population, values[population] != nil else { return none(.impossible) }
            return zero
        default: return none(.unknown)
        }
    }
}

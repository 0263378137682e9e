import Comparison
import Definitions
import Domain

/// What is followed over time for a region.
enum ChangePlan {
    /// A count at its total, without a denominator.
    case count(indicator: String, measure: String)
    /// A measure that is compared, where its size is known for every half-year.
    case compared(ComparedMeasure)

    /// The plans, in the order of the page.
    static func all(_ definitions: DefinitionSet) -> [ChangePlan] {
        [
            .count(indicator: "BJ-01", measure: "trajectories"),
            .count(indicator: "BJ-02", measure: "youths"),
            .count(indicator: "JB-01", measure: "inflow"),
        ]
            + definitions.comparison.measures.filter { $0.standard != .ageAndSex }
            .map { .compared($0) }
    }

    /// The indicator.
    var indicator: String {
        switch self {
        case .count(let indicator, _): indicator
        case .compared(let measure): measure.indicator
        }
    }

    /// The number of units figures are stated for.
    var per: Double {
        switch self {
        case .count: 1
        case .compared(let measure): Double(measure.per)
        }
    }

    /// What kind of series it is.
    var kind: ChangeSeries.Kind {
        switch self {
        case .count: .count
        case .compared(let measure): measure.kind == .proportion ? .proportion : .ratio
        }
    }
}

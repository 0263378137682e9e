import Columns
import Definitions

/// A count within the units of an indicator, by what one mark of a trajectory is worth.
///
/// A count of some forms gives each of them 1 and any other 0; a sum of marks for satisfaction gives
/// each its number.
struct CountedExtra: Sendable {
    /// Its measure, by place in the definition.
    let measure: Int
    /// What it looks at.
    let look: CountingPlan.Look
    /// For each byte of the mark what it adds.
    let weights: [UInt8]
    /// What was added up.
    var cube: Cube

    /// What the measures of an indicator count beside the units themselves.
    static func all(of definition: IndicatorDefinition, units: Cube) -> [CountedExtra] {
        definition.measures.enumerated().flatMap { place, measure -> [CountedExtra] in
            func extra(
                _ look: CountingPlan.Look,
                _ weight: (Int) -> UInt8
            ) -> CountedExtra {
                CountedExtra(
                    measure: place,
                    look: look,
                    weights: (0..<256).map(weight),
                    cube: units
                )
            }
            func chosen(
                _ look: CountingPlan.Look,
                _ codes: [String]
            ) -> CountedExtra {
                let bytes = Set(codes.compactMap { CodeTable.byte(for: $0) }.map { Int($0) })
                return extra(look) { bytes.contains($0) ? 1 : 0 }
            }
            switch measure.kind {
            case .trajectories: return measure.forms.map { [chosen(.code, $0)] } ?? []
            case .satisfactionKnown: return [extra(.satisfaction) { $0 == 0 ? 0 : 1 }]
            case .meanSatisfaction:
                // The sum, and over how many.
                return [
                    extra(.satisfaction) { UInt8($0) }, extra(.satisfaction) { $0 == 0 ? 0 : 1 },
                ]
            case .withoutHelp:
                return [
                    measure.answers.map { chosen(.withoutHelp, $0) }
                        ?? extra(.withoutHelp) { $0 == 0 ? 0 : 1 }
                ]
            default: return []
            }
        }
    }
}

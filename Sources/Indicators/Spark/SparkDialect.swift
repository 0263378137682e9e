public import Definitions

/// What of a definition the second engine can say in Spark SQL; the rest is refused before anything
/// is read, and never computed by half.
public enum SparkDialect {
    private static let populations: [IndicatorDefinition.Population] = [
        .running, .started, .ended, .balance, .withMeasure, .measuresStarted, .measuresEnded,
        .withBoth,
    ]

    /// Refuses a definition that cannot be compiled.
    ///
    /// - Throws: ``SparkRefusal`` with the part of the record that cannot be said.
    public static func check(_ definition: IndicatorDefinition) throws(SparkRefusal) {
        guard populations.contains(definition.population) else {
            throw SparkRefusal(
                indicator: definition.id,
                part: "population: \(definition.population.rawValue)"
            )
        }
        // A youth stands in a cell by its lead record or by its forms, and by nothing else.
        let ofYouths: Set<IndicatorDefinition.Breakdown> = [.form, .heaviestForm, .age, .sex]
        guard
            !definition.measures.contains(where: { $0.kind == .youths })
                || ofYouths.isSuperset(of: definition.breakdowns)
        else { throw SparkRefusal(indicator: definition.id, part: "breakdowns:") }
    }

    /// Whether a definition can be compiled.
    public static func takes(_ definition: IndicatorDefinition) -> Bool {
        do {
            try check(definition)
            return true
        } catch {
            return false
        }
    }
}

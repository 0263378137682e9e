import Definitions
import Simulation
import TestSupport

/// Definitions for small countries that run quickly.
enum SmallWorlds {
    /// The shipped definitions with fewer children, some measurements and some scenarios.
    static func definitions(
        children: Int = 10_000,
        rows: [Int] = [6, 9, 12],
        scenarios: [String] = ["less-repeat", "registration-rule"],
        values: [String: Double] = [:]
    ) throws -> SimulationDefinitions {
        var definitions = try TestDefinitions.load().simulation
        definitions.settings.children = children
        definitions.measurements = definitions.measurements.filter { rows.contains($0.row) }
        definitions.scenarios = definitions.scenarios.filter { scenarios.contains($0.id) }
        for place in definitions.parameters.indices {
            if let value = values[definitions.parameters[place].id] {
                definitions.parameters[place].value = value
            }
        }
        return definitions
    }

    /// A sample that is read without error, of all who were reported.
    static let perfect = SimulationDefinitions.Measurement(
        row: 12,
        event: .report,
        onlySexual: false,
        observation: .sample(
            size: 100_000,
            participation: 1,
            participationViolent: 1,
            sensitivity: 1,
            falsePositive: 0,
            isCohort: false
        ),
        basis: "test"
    )

    /// Runs of a bench, in order.
    static func runs(_ bench: Bench, _ count: Int) -> [BenchRun] {
        (0..<count).map { bench.run($0) }
    }
}

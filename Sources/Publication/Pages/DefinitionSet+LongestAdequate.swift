import Definitions

extension DefinitionSet {
    /// The longest interval, in half-years, at which the shipped evidence finds a scenario often
    /// enough; `nil` when none is.
    func longestAdequate(row: Int, scenario: String) -> Int? {
        evidence.results(row: row).filter {
            $0.scenario == scenario
                && ($0.power.last ?? 0) >= simulation.settings.adequatePower
        }.map(\.interval).max()
    }
}

import Definitions
import Domain

extension IndicatorStage {
    /// Runs the indicators of a source of advices and reports, or of counts of a centre.
    func runReports(
        _ own: [IndicatorDefinition],
        of source: String,
        _ asked: [Period],
        _ places: RegionPlaces,
        _ progress: (String) -> Void,
        _ emit: (CellTable) throws -> Void
    ) throws {
        let known = try periods(of: source)
        let periods = asked.isEmpty ? known.map { Period.halfYear($0) } : asked
        for period in periods where !period.halves.contains(where: known.contains) {
            throw IndicatorError.noDeliveries(source: source, period: period.description)
        }
        if definitions.sources[source]?.shape == .counts {
            let run = try CentreRun(stage: self, source: source, definitions: own)
            try run.run(periods: periods, progress: progress, emit: emit)
        } else {
            let run = try ReportRun(
                stage: self,
                source: source,
                definitions: own,
                places: places
            )
            try run.run(periods: periods, progress: progress, emit: emit)
        }
    }
}

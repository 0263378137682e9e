import Definitions
import Domain

extension IndicatorStage {
    /// Runs the indicators of a source of advices and reports, or of counts of a centre.
    func runReports(
        _ own: [IndicatorDefinition],
        of source: String,
        _ asked: [Period],
        _ places: RegionPlaces,
        isLenient: Bool,
        _ progress: (String) -> Void,
        absent: (AbsentTable) -> Void,
        _ emit: (CellTable) throws -> Void
    ) throws {
        let known = try periods(of: source)
        var periods = asked.isEmpty ? known.map { Period.halfYear($0) } : asked
        if isLenient {
            periods = periods.filter { $0.halves.contains(where: known.contains) }
        }
        for period in periods where !period.halves.contains(where: known.contains) {
            throw IndicatorError.noDeliveries(source: source, period: period.description)
        }
        let followed = own.filter(\.followsPersons)
        if !followed.isEmpty {
            let run = try FollowUpRun(
                stage: self,
                source: source,
                definitions: followed,
                places: places
            )
            try run.run(periods: periods, progress: progress, absent: absent, emit: emit)
        }
        let own = own.filter { !$0.followsPersons }
        guard !own.isEmpty else { return }
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

    /// Runs the indicators on the overlap of linked sources.
    func runLinked(
        _ own: [IndicatorDefinition],
        _ asked: [Period],
        _ places: RegionPlaces,
        _ progress: (String) -> Void,
        absent: (AbsentTable) -> Void,
        _ emit: (CellTable) throws -> Void
    ) throws {
        guard !own.isEmpty else { return }
        let run = try LinkedListsRun(stage: self, definitions: own, places: places)
        try run.run(
            years: asked.isEmpty ? run.completeYears : asked.map(\.year),
            progress: progress,
            absent: absent,
            emit: emit
        )
    }

    /// Runs the indicators on children known through each of several sources.
    func runReach(
        _ own: [IndicatorDefinition],
        _ asked: [Period],
        _ places: RegionPlaces,
        isLenient: Bool,
        _ progress: (String) -> Void,
        _ emit: (CellTable) throws -> Void
    ) throws {
        guard !own.isEmpty, let population else { return }
        let run = try ReachRun(stage: self, definitions: own, places: places)
        let periods = isLenient ? asked.filter(run.hasDeliveries) : asked
        for period in periods where !run.hasDeliveries(period) {
            throw IndicatorError.noDeliveries(
                source: own[0].source,
                period: period.description
            )
        }
        try run.run(
            years: asked.isEmpty ? run.completeYears : periods.map(\.year),
            population: population,
            progress: progress,
            emit: emit
        )
    }
}

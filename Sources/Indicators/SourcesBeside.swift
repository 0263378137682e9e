import Definitions
import Domain
import Linkage
import Store

/// The second sources of the indicators of one source: what of them is at hand, and their records.
///
/// Persons of two sources can be told to be the same only where both belong to one domain of
/// pseudonyms; elsewhere the table does not exist, which is no zero.
struct SourcesBeside {
    /// The segments of all second sources.
    let segments: [SegmentReader]

    private let stage: IndicatorStage
    private let source: String
    private let accepted: [String: AcceptedDeliveries]

    init(
        stage: IndicatorStage,
        source: String,
        definitions: [IndicatorDefinition]
    ) throws {
        self.stage = stage
        self.source = source
        var segments: [SegmentReader] = []
        var accepted: [String: AcceptedDeliveries] = [:]
        for second in Set(definitions.compactMap(\.secondSource)).sorted() {
            segments += try stage.store.segments(source: second)
            accepted[second] = try stage.accepted(second)
        }
        self.segments = segments
        self.accepted = accepted
    }

    /// Why an indicator over two sources has no table for a period; `nil` when it has one, or when
    /// it looks at one source only.
    func reasonForAbsence(
        of definition: IndicatorDefinition,
        in period: Period
    ) -> AbsentTable.Reason? {
        guard let second = definition.secondSource else { return nil }
        let privacy = stage.definitions.privacy
        guard
            period.halves.allSatisfy({
                privacy.domain(of: source, in: $0) == privacy.domain(of: second, in: $0)
            })
        else { return .notLinked }
        let delivered = accepted[second]?.periods ?? []
        return period.halves.allSatisfy(delivered.contains) ? nil : .secondSource
    }

    /// The records of the second source of an indicator, numbered as those of the first.
    func records(
        of definition: IndicatorDefinition,
        _ half: ReportingPeriod,
        _ spine: PersonSpine
    ) throws -> PeriodRecords? {
        guard let second = definition.secondSource, let accepted = accepted[second] else {
            return nil
        }
        return try PeriodRecords.load(
            segments.filter { $0.source == second && $0.period == half },
            accepted: accepted,
            period: half,
            spine: spine,
            workers: stage.workers
        )
    }
}

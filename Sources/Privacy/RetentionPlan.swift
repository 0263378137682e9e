public import Columns
public import Definitions
public import Domain
public import Store

/// *Bewaarplan*: which deliveries have been kept long enough.
public struct RetentionPlan: Sendable {
    /// A delivery whose time has come.
    public struct Due: Sendable, Equatable {
        /// The delivery.
        public let delivery: Int64
        /// Its source.
        public let source: String
        /// Its half-year.
        public let period: ReportingPeriod
        /// Its records.
        public let rows: Int
        /// The last day on which it might be kept.
        public let until: CalendarDay
    }

    /// What is due, by number.
    public let due: [Due]

    /// Looks which deliveries are due on a day.
    ///
    /// The term of the source counts from the last day of the half-year. Where every half-year of
    /// a source's records rests on a permit (its source has no lawful columns), the shortest term
    /// of the permits in force counts, and without one the records are due at once.
    public init(
        deliveries: [DeliveryRecord],
        permits: [Permit],
        definitions: DefinitionSet,
        today: CalendarDay
    ) {
        due = deliveries.compactMap { delivery in
            let until = RetentionPlan.lastDay(delivery, permits, definitions)
            guard until < today else { return nil }
            return Due(
                delivery: delivery.id,
                source: delivery.source,
                period: delivery.period,
                rows: delivery.rows,
                until: until
            )
        }
    }

    private static func lastDay(
        _ delivery: DeliveryRecord,
        _ permits: [Permit],
        _ definitions: DefinitionSet
    ) -> CalendarDay {
        let end = delivery.period.end
        let ruled = definitions.privacy.retention[delivery.source]?.years
        guard definitions.privacy.lawfulFields[delivery.source] == nil else {
            return day(end, years: ruled ?? 0)
        }
        let permitted = permits.filter {
            $0.request.sources.contains(delivery.source) && $0.request.from <= delivery.period
                && delivery.period <= $0.request.until
        }.map(\.request.retentionYears).min()
        return day(end, years: min(permitted ?? 0, ruled ?? permitted ?? 0))
    }

    /// The day so many years later; half-years never end on 29 February.
    private static func day(_ day: CalendarDay, years: Int) -> CalendarDay {
        let (year, month, number) = day.components
        return CalendarDay(year: year + years, month: month, day: number) ?? day
    }

    /// Erases what is due.
    ///
    /// - Returns: what went.
    /// - Throws: `StoreError`.
    public func apply(
        to store: DeliveryStore,
        actor: AuditActor,
        workers: Workers
    ) throws -> Erasure {
        guard !due.isEmpty else { return Erasure() }
        let ids = due.map { String($0.delivery) }.joined(separator: " ")
        return try store.erase(
            deliveries: Set(due.map(\.delivery)),
            at: actor.now(),
            workers: workers
        ) { erasure in
            actor.event(
                .erasure,
                [
                    "reason": "retention", "deliveries": ids, "rows": String(erasure.rows),
                    "segments": String(erasure.segments),
                ]
            )
        }
    }
}

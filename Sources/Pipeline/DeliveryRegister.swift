import Domain
import Privacy
import Store

/// What has been accepted so far, by source, holder and half-year.
struct DeliveryRegister {
    /// A source and half-year.
    struct Batch: Hashable, Comparable {
        let source: String
        let period: ReportingPeriod

        static func < (left: Batch, right: Batch) -> Bool {
            (left.source, left.period) < (right.source, right.period)
        }
    }

    /// A source and holder.
    private struct Holder: Hashable {
        let source: String
        let holder: String
    }

    private var latest: [Holder: [ReportingPeriod: DeliveryRecord]] = [:]

    /// What is approved and locked; read from the audit log when it is first asked for.
    private var approvals: DeliveryApprovals?

    init(_ deliveries: [DeliveryRecord]) {
        for delivery in deliveries { add(delivery) }
    }

    /// Takes an accepted delivery in.
    mutating func add(_ delivery: DeliveryRecord) {
        let key = Holder(source: delivery.source, holder: delivery.holder)
        let known = latest[key]?[delivery.period]
        if known.map({ $0.vintage < delivery.vintage }) ?? true {
            latest[key, default: [:]][delivery.period] = delivery
        }
    }

    /// The latest vintage of a holder for a half-year.
    func latest(_ source: String, _ holder: String, _ period: ReportingPeriod) -> DeliveryRecord? {
        latest[Holder(source: source, holder: holder)]?[period]
    }

    /// Whether a redelivery may come: only for the newest accepted half-year and the one before.
    func takesRedelivery(_ source: String, _ holder: String, _ period: ReportingPeriod) -> Bool {
        guard let newest = latest[Holder(source: source, holder: holder)]?.keys.max() else {
            return true
        }
        return period == newest || period == newest.previous
    }

    /// Whether a half-year of a holder is locked.
    ///
    /// The log is checked before it is relied upon: a lock that somebody took out is no open door.
    ///
    /// - Throws: `PermitRefusal.logNotSound` when the log was altered, or a `StoreError`.
    mutating func isLocked(_ place: DeliveryApprovals.Place, in store: DeliveryStore) throws -> Bool
    {
        if let approvals { return approvals.lock(on: place) != nil }
        let mistake = try store.verifyAudit().mistakes.first {
            // A clock that was put back takes no lock away.
            if case .clockBack = $0 { false } else { true }
        }
        if let mistake { throw PermitRefusal.logNotSound(first: mistake) }
        let read = DeliveryApprovals(try store.auditLines())
        approvals = read
        return read.lock(on: place) != nil
    }

    /// The holders of which a half-year was accepted.
    func holders(_ source: String, _ period: ReportingPeriod) -> Set<String> {
        Set(
            latest.filter { $0.key.source == source && $0.value[period] != nil }.map(\.key.holder)
        )
    }

    /// Records taken in by half-year, of the latest vintage of each.
    func totals(_ source: String, _ holder: String) -> [ReportingPeriod: Int] {
        (latest[Holder(source: source, holder: holder)] ?? [:]).mapValues(\.rows)
    }
}

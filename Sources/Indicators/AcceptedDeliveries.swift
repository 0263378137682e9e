public import Domain
public import Store

/// The latest accepted vintage of each source holder and half-year, as of a day.
public struct AcceptedDeliveries: Sendable {
    /// The source.
    public let source: String
    /// The holders, in the order of their codes; records name them by their place here.
    public let holders: [String]

    private let latest: [ReportingPeriod: [String: DeliveryRecord]]

    /// Chooses among the deliveries of a store.
    ///
    /// - Parameters:
    ///   - source: the source.
    ///   - store: the store.
    ///   - asOf: deliveries received after this day do not count; `nil` for all.
    ///   - first: take the first vintage instead of the latest, to show what vintages do.
    /// - Throws: a `StoreError` when the store cannot be read.
    public init(
        source: String,
        in store: DeliveryStore,
        asOf: CalendarDay?,
        first: Bool = false
    ) throws {
        self.source = source
        let all = try store.deliveries().filter { $0.source == source }
        var latest: [ReportingPeriod: [String: DeliveryRecord]] = [:]
        for delivery in all where asOf.map({ delivery.received <= $0.description }) ?? true {
            let known = latest[delivery.period]?[delivery.holder]
            if known.map({ ($0.vintage < delivery.vintage) != first }) ?? true {
                latest[delivery.period, default: [:]][delivery.holder] = delivery
            }
        }
        self.latest = latest
        holders = Set(all.map(\.holder)).sorted()
    }

    /// The half-years with at least one delivery, in order.
    public var periods: [ReportingPeriod] { latest.keys.sorted() }

    /// The numbers of the deliveries that count for a half-year.
    public func deliveries(for period: ReportingPeriod) -> Set<Int64> {
        Set((latest[period] ?? [:]).values.map(\.id))
    }

    /// For each place in ``holders`` whether that holder has a delivery for a half-year.
    public func hasDelivered(_ period: ReportingPeriod) -> [Bool] {
        let known = latest[period] ?? [:]
        return holders.map { known[$0] != nil }
    }

    /// The status of a half-year's figures.
    public func status(of period: ReportingPeriod) -> VintageStatus {
        VintageStatus(of: period, latest: periods.last ?? period)
    }
}

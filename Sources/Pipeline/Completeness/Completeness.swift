public import Definitions
public import Domain
import Indicators
public import Store

/// *Volledigheid*: of those who must deliver, how many have, by source and half-year.
public struct Completeness: Sendable {
    /// A source and half-year.
    public struct Share: Sendable, Equatable {
        /// The source.
        public let source: String
        /// The half-year.
        public let period: ReportingPeriod
        /// Who must deliver; `nil` when no register says so.
        public let expected: [String]?
        /// Who has delivered.
        public let delivered: [String]
        /// How final the half-year is.
        public let status: VintageStatus

        /// Who must and has not, in byte order.
        public var missing: [String] { (expected ?? []).filter { !delivered.contains($0) } }

        /// Of those who must deliver how many have, in whole per cent, down; `nil` when unknown.
        public var percent: Int? {
            guard let expected, !expected.isEmpty else { return nil }
            return (expected.count - missing.count) * 100 / expected.count
        }
    }

    private let register: HolderRegister?
    private let deliveries: [DeliveryRecord]
    private let leastPercent: Int

    /// Reads the register and the deliveries of a store.
    public init(store: DeliveryStore, definitions: DefinitionSet) throws {
        let sources = Set(definitions.sources.keys)
        register = try store.holderRegister().map {
            try HolderRegister(csv: $0, path: store.path, sources: sources)
        }
        deliveries = try store.deliveries()
        leastPercent = definitions.completenessLimit
    }

    /// The half-years of a source of which something was delivered or must be, till the newest.
    public func shares(of source: String) -> [Share] {
        let own = deliveries.filter { $0.source == source }
        guard let newest = own.map(\.period).max(), var period = own.map(\.period).min() else {
            return []
        }
        var shares: [Share] = []
        while period <= newest {
            shares.append(share(source, period))
            period = period.next
        }
        return shares
    }

    /// How complete a half-year is.
    public func share(_ source: String, _ period: ReportingPeriod) -> Share {
        let own = deliveries.filter { $0.source == source }
        let newest = own.map(\.period).max() ?? period
        return Share(
            source: source,
            period: period,
            expected: register.flatMap {
                $0.knows(source) ? $0.expected(source, period) : nil
            },
            delivered: Set(own.filter { $0.period == period }.map(\.holder)).sorted(),
            status: VintageStatus(of: period, latest: newest)
        )
    }

    /// A table with its completeness beside it: of each half-year it covers the worst.
    ///
    /// Without a register it says that it is unknown, which is not complete.
    func noted(_ table: CellTable, source: String) -> CellTable {
        var table = table
        let shares = table.period.halves.map { share(source, $0) }
        table.notes["expected_holders"] =
            shares.compactMap { $0.expected?.count }.max().map(String.init) ?? "unknown"
        table.notes["completeness_percent"] =
            shares.contains { $0.percent == nil }
            ? "unknown" : shares.compactMap(\.percent).min().map(String.init) ?? "unknown"
        return table
    }

    /// Whether figures of a period are too incomplete to be shown (*DQ*).
    func fails(_ period: Period, source: String) -> Bool {
        period.halves.contains { half in
            share(source, half).percent.map { $0 < leastPercent } ?? false
        }
    }
}

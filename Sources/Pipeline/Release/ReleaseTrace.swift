import Crypto
import Definitions
import Disclosure
import Domain
import Indicators
import Keys
import Publication
import Store

/// *Herkomst van tabellen*: from which definitions, rules and deliveries a table follows.
struct ReleaseTrace {
    let definitions: DefinitionSet
    let digests: DefinitionDigests
    private let deliveries: [String: (chosen: AcceptedDeliveries, all: [DeliveryRecord])]

    init(definitions: DefinitionSet, digests: DefinitionDigests, store: DeliveryStore) throws {
        self.definitions = definitions
        self.digests = digests
        let all = try store.deliveries()
        var deliveries: [String: (AcceptedDeliveries, [DeliveryRecord])] = [:]
        for source in Set(all.map(\.source)) {
            let chosen = try AcceptedDeliveries(source: source, in: store, asOf: nil)
            deliveries[source] = (chosen, all.filter { $0.source == source })
        }
        self.deliveries = deliveries.mapValues { (chosen: $0.0, all: $0.1) }
    }

    /// The SHA-256 of lines, as 64 hexadecimal digits.
    static func digest(_ lines: [String]) -> String {
        let text = lines.map { $0 + "\n" }.joined()
        return Hexadecimal.text(Array(SHA256.hash(data: Array(text.utf8))))
    }

    /// What the figures of a table mean: indicator and version of its definition.
    func meaning(of table: ProtectedTable) -> String {
        "\(table.indicator) v\(definitions.indicators[table.indicator]?.version ?? 0)"
    }

    /// The hash of the record of a table's definition.
    func definition(of table: ProtectedTable) -> String {
        digests.digest(of: "indicators/\(table.indicator).yaml") ?? ""
    }

    /// The hash of the deliveries that a table was counted from.
    func inputs(of table: ProtectedTable) -> String {
        ReleaseTrace.digest(records(of: table).map { Hexadecimal.text($0.digest) })
    }

    /// Everything from which a table follows.
    ///
    /// - Parameters:
    ///   - table: the table.
    ///   - submission: the submission by which it was released: its number and the hash of its
    ///     figures.
    /// - Returns: the trace, without names of holders.
    func trace(of table: ProtectedTable, submission: (id: Int, figures: String)?) -> TableTrace {
        let definition = definitions.indicators[table.indicator]
        var entries = [
            TraceEntry(
                part: .table,
                name: "\(table.indicator) \(table.period)",
                hash: table.digest()
            )
        ]
        func add(_ part: TraceEntry.Part, _ path: String) {
            guard let hash = digests.digest(of: path) else { return }
            entries.append(TraceEntry(part: part, name: path, hash: hash))
        }
        add(.definition, "indicators/\(table.indicator).yaml")
        for source in sources(of: definition) { add(.source, "sources/\(source).yaml") }
        add(.rules, "rules/")
        add(.profile, "profiles/\(table.profile).yaml")
        for record in records(of: table) {
            entries.append(
                TraceEntry(
                    part: .delivery,
                    name: "\(record.source) \(record.period) v\(record.vintage)",
                    hash: Hexadecimal.text(record.digest)
                )
            )
        }
        if let submission {
            entries.append(
                TraceEntry(
                    part: .submission,
                    name: "\(submission.id)",
                    hash: submission.figures
                )
            )
        }
        return TableTrace(
            indicator: table.indicator,
            period: table.period.description,
            entries: entries
        )
    }

    private func sources(of definition: IndicatorDefinition?) -> [String] {
        guard let definition else { return [] }
        return [definition.source] + (definition.secondSource.map { [$0] } ?? [])
    }

    /// The deliveries of a table's half-years; all earlier ones where it looks back, and the next
    /// ones where it looks ahead.
    private func records(of table: ProtectedTable) -> [DeliveryRecord] {
        guard let definition = definitions.indicators[table.indicator],
            let first = table.period.halves.first, let last = table.period.halves.last
        else { return [] }
        let kinds = Set(definition.measures.map(\.kind))
        let looksBack = !kinds.isDisjoint(with: [.repeatUse, .repeatReports])
        let looksAhead = kinds.contains(.noNewStart)
        var found: [DeliveryRecord] = []
        for source in sources(of: definition) {
            guard let own = deliveries[source] else { continue }
            let periods = own.chosen.periods.filter { period in
                let isIn = period >= first && period <= last
                let isBefore = looksBack && period < first
                // Whether the next delivery is there tells what was running from what was lost.
                let isNext = (looksAhead || looksBack) && period == last.next
                return isIn || isBefore || isNext
            }
            let ids = periods.reduce(into: Set<Int64>()) {
                $0.formUnion(own.chosen.deliveries(for: $1))
            }
            found += own.all.filter { ids.contains($0.id) }
        }
        return found.sorted {
            ($0.source, $0.period, $0.id) < ($1.source, $1.period, $1.id)
        }
    }
}

import Columns
import Definitions
import Disclosure
import Domain
import Store

/// Protects all tables of a release together, with what the store has kept of earlier ones.
struct CubeRelease {
    /// Forms without (`Z`) and with (`V`) residence, which Statistics Netherlands publishes as
    /// groups.
    static let formGroups = ["Z": ["01", "02", "03", "04"], "V": ["11", "12", "13", "14"]]

    let definitions: DefinitionSet
    let store: DeliveryStore
    let profile: DisclosureProfile
    let workers: Workers

    /// The table as it is published: trajectories with the groups of forms.
    static func published(_ table: CellTable) -> CellTable {
        let isGrouped = table.dimensions.contains { $0.name == "form" && $0.isAdditive }
        guard isGrouped, table.indicator == "BJ-01" else { return table }
        return table.adding(groups: formGroups, to: "form")
    }

    /// Protects tables as they are published.
    ///
    /// - Parameter tables: the tables as counted, with their groups.
    /// - Returns: what may be shown, by indicator and period, and what must be kept.
    /// - Throws: ``ReleaseRefusal`` where an attacker would find something; a `StoreError`.
    func protect(_ tables: [CellTable]) throws -> UniverseOutcome {
        var earlier = KeptCube()
        for part in try store.keptParts() {
            guard earlier.read(part.bytes, as: part.name) else {
                throw StoreError.damaged(path: store.path, reason: "the kept cube \(part.name)")
            }
        }
        let stage = UniverseStage(
            definitions: definitions,
            profile: profile,
            key: CubeKey(secret: store.roundingSecret)
        )
        let groups = ["BJ-01": ["form": CubeRelease.formGroups]]
        let jobs = jobs(tables)
        let kept = earlier
        let outcomes = try workers.map(jobs.count) { number in
            var known = kept
            var outcome = UniverseOutcome()
            // One after the other: what one period closes with the next one opens with.
            for own in jobs[number] {
                let part = stage.run(own, groups: groups, earlier: known)
                known.merge(part.kept)
                outcome.merge(part)
            }
            return outcome
        }
        var outcome = UniverseOutcome()
        for one in outcomes { outcome.merge(one) }
        guard outcome.findings.isEmpty else {
            throw ReleaseRefusal.attack(findings: outcome.findings)
        }
        return outcome
    }

    /// Tables that go through the cube one period after the other; balances hang together in time.
    private func jobs(_ tables: [CellTable]) -> [[[CellTable]]] {
        var jobs: [[[CellTable]]] = []
        func source(_ table: CellTable) -> String {
            definitions.indicators[table.indicator]?.source ?? ""
        }
        for source in Set(tables.map(source)).sorted() {
            let own = tables.filter { definitions.indicators[$0.indicator]?.source == source }
            let periods = Dictionary(grouping: own, by: \.period)
                .sorted { $0.key < $1.key }.map(\.value)
            let hasBalance = own.contains {
                definitions.indicators[$0.indicator]?.population == .balance
            }
            if hasBalance { jobs.append(periods) } else { jobs += periods.map { [$0] } }
        }
        return jobs
    }
}

extension UniverseOutcome {
    /// What must be kept, as the store takes it.
    var parts: [DeliveryStore.KeptPart] {
        kept.names.map { ($0, kept.bytes(of: $0)) }
    }
}

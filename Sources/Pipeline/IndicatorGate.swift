import Definitions
import Domain
import Privacy
import Store

/// Asks the gate for indicators that need a permit.
struct IndicatorGate {
    let store: DeliveryStore
    let definitions: DefinitionSet
    let actor: AuditActor?

    /// Lets the indicators run, or refuses the first that may not.
    func pass(_ ids: [String]) throws {
        for id in ids {
            guard let definition = definitions.indicators[id] else { continue }
            try gate.letRun(definition)
        }
    }

    /// Those of the indicators that may run, where nobody asked for one by name.
    func permitted(_ ids: [String]) throws -> [String] {
        try ids.filter { try definitions.indicators[$0].map(gate.mayRun) ?? false }
    }

    private var gate: PermitGate {
        let nobody = AuditActor(name: "ijkpunt", role: .analyst) { UTCInstant(seconds: 0) }
        return PermitGate(store: store, definitions: definitions, actor: actor ?? nobody)
    }
}

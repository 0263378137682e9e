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
        let nobody = AuditActor(name: "ijkpunt", role: .analyst) { UTCInstant(seconds: 0) }
        let gate = PermitGate(store: store, definitions: definitions, actor: actor ?? nobody)
        for id in ids {
            guard let definition = definitions.indicators[id] else { continue }
            try gate.letRun(definition)
        }
    }
}

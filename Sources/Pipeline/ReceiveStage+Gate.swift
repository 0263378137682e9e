import Definitions
import Domain
import Privacy

extension ReceiveStage {
    /// Asks the gate whether the columns of a source may be stored and its domain joined.
    ///
    /// - Throws: a `PermitRefusal`; nothing of the files is then kept.
    func passGate(_ source: SourceDefinition, _ period: ReportingPeriod) throws {
        let gate = PermitGate(store: store, definitions: definitions, actor: actor)
        try gate.letStore(columnsOf: source, in: period)
        try gate.letJoin(domain(of: source.id, period), in: period)
    }
}

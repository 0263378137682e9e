public import Definitions
public import Domain
public import Store

/// *Toegangspoort*: what every stage asks before it joins, stores or counts something new.
///
/// It reads the permits from the audit log each time one is needed, after checking the log itself,
/// so that a permit that expired or was withdrawn is refused at once. Each refusal is logged.
public struct PermitGate: Sendable {
    /// What the log says when it is asked.
    private struct Book {
        let permits: [Permit]
        let today: CalendarDay
        let mistake: AuditMistake?
    }

    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor

    /// Stands at the gate of a store.
    public init(store: DeliveryStore, definitions: DefinitionSet, actor: AuditActor) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
    }

    /// The permits by their numbers, each with whether it may be relied upon today.
    ///
    /// - Throws: `StoreError`.
    public func permits() throws -> [(permit: Permit, state: Permit.State)] {
        let book = try book()
        return book.permits.map { ($0, state($0, book)) }
    }

    /// The permits that may be relied upon today.
    ///
    /// - Throws: `StoreError`.
    public func inForce() throws -> [Permit] {
        try permits().filter { $0.state == .inForce }.map(\.permit)
    }

    /// The names under which the reading of deliveries knows the permits in force.
    ///
    /// `linkage` of a source when a permit for linkage names it; the permit of a source as a whole
    /// when one for fields does.
    ///
    /// - Throws: `StoreError`.
    public func names() throws -> Set<String> {
        var names: Set<String> = []
        let book = try book()
        guard book.mistake == nil else { return names }
        for permit in book.permits where state(permit, book) == .inForce {
            for id in permit.request.sources {
                if permit.request.kind == .linkage { names.insert("\(id)/linkage") }
                if permit.request.kind == .field, let whole = definitions.sources[id]?.permit {
                    names.insert("\(id)/\(whole)")
                }
            }
        }
        return names
    }

    private func book() throws -> Book {
        let mistake = try store.verifyAudit().mistakes.first {
            // A clock that was put back harms no permit: today is never before the last line.
            if case .clockBack = $0 { false } else { true }
        }
        let lines = try store.auditLines()
        return Book(
            permits: Permit.all(in: lines),
            today: max(actor.now().day, lines.map(\.at.day).max() ?? actor.now().day),
            mistake: mistake
        )
    }

    private func state(_ permit: Permit, _ book: Book) -> Permit.State {
        permit.state(on: book.today, approvers: definitions.privacy.permits.approvers)
    }

    /// Lets the columns of a source be stored, or refuses the first that may not be.
    ///
    /// - Throws: ``PermitRefusal``.
    public func letStore(columnsOf source: SourceDefinition, in period: ReportingPeriod) throws {
        let lawful = definitions.privacy.lawfulFields[source.id]?.columns ?? []
        for column in source.columns {
            try refuseRejected(column.name, of: source.id)
            // A source or column with a permit of its own is not even read without it.
            guard column.isStored, source.permit == nil, column.permit == nil,
                !lawful.contains(column.name)
            else { continue }
            let element = "\(source.id).\(column.name)"
            try need(.field, subject: element) {
                $0.elements.contains(element) && $0.from <= period && period <= $0.until
            }
        }
    }

    /// Lets the sources of a domain be joined on pseudonyms, or refuses.
    ///
    /// - Throws: ``PermitRefusal``.
    public func letJoin(_ domain: PseudonymDomain, in period: ReportingPeriod) throws {
        guard domain.sources.count > 1 else { return }
        try need(.linkage, subject: domain.sources.sorted().joined(separator: "+")) {
            Set(domain.sources).isSubset(of: $0.sources) && $0.from <= period && period <= $0.until
        }
    }

    /// Whether an indicator may run: asked before running all of them, and not logged.
    ///
    /// - Throws: `StoreError`.
    public func mayRun(_ indicator: IndicatorDefinition) throws -> Bool {
        guard let kind = indicator.permit else { return true }
        let book = try book()
        return book.mistake == nil
            && book.permits.contains {
                $0.request.kind == kind && $0.request.indicators.contains(indicator.id)
                    && state($0, book) == .inForce
            }
    }

    /// Lets an indicator run, or refuses.
    ///
    /// - Throws: ``PermitRefusal``.
    public func letRun(_ indicator: IndicatorDefinition) throws {
        guard let kind = indicator.permit else { return }
        try need(kind, subject: indicator.id) { $0.indicators.contains(indicator.id) }
    }

    /// Lets records of sources be joined by resemblance, or refuses.
    ///
    /// Between fictive records it needs no permit. Between real ones it always does: it would
    /// re-identify what the law left unidentified.
    ///
    /// - Throws: ``PermitRefusal``.
    public func letJoinByResemblance(_ sources: [String], isFictive: Bool) throws {
        guard !isFictive else { return }
        try need(.probabilisticLinkage, subject: sources.sorted().joined(separator: "+")) {
            Set(sources).isSubset(of: $0.sources)
        }
    }

    /// Refuses a name under which a rejected item would come in.
    func refuseRejected(_ name: String, of source: String) throws {
        for item in definitions.privacy.rejectedItems where item.isNamed(name, in: source) {
            try refuse(.rejectedItem(id: item.id, name: "\(source).\(name)"))
        }
    }

    private func need(
        _ kind: PermitRequest.Kind,
        subject: String,
        covers: (PermitRequest) -> Bool
    ) throws {
        let book = try book()
        if let mistake = book.mistake {
            try refuse(.logNotSound(first: mistake), subject: subject)
        }
        let candidates = book.permits.filter { $0.request.kind == kind && covers($0.request) }
        let states = candidates.map { ($0.id, state($0, book)) }
        if states.contains(where: { $0.1 == .inForce }) { return }
        // What is nearest to being in force is what there is to say.
        for (id, state) in states.reversed() {
            switch state {
            case .inForce: return
            case .withdrawn(let day): try refuse(.withdrawn(permit: id, on: day), subject: subject)
            case .expired(let day): try refuse(.expired(permit: id, on: day), subject: subject)
            case .awaiting(let approvals):
                try refuse(
                    .awaiting(
                        permit: id,
                        approvals: approvals,
                        needed: definitions.privacy.permits.approvers
                    ),
                    subject: subject
                )
            }
        }
        try refuse(.noPermit(kind: kind, subject: subject))
    }

    /// Logs a refusal and throws it.
    func refuse(_ refusal: PermitRefusal, subject: String? = nil) throws {
        var facts = ["code": refusal.code]
        facts["subject"] = subject
        try store.log([actor.event(.refusal, facts)], at: actor.now())
        throw refusal
    }
}

public import Definitions
import Domain
public import Store

/// *Loket*: takes requests, reviews, approvals and withdrawals, each a line of the audit log.
public struct PermitDesk {
    private let store: DeliveryStore
    private let definitions: DefinitionSet
    private let actor: AuditActor

    /// Creates the desk for whoever stands at it.
    public init(store: DeliveryStore, definitions: DefinitionSet, actor: AuditActor) {
        self.store = store
        self.definitions = definitions
        self.actor = actor
    }

    /// Takes a request in, when everything in it is answered.
    ///
    /// - Parameters:
    ///   - request: what is asked.
    ///   - risk: the growth in risk of re-identification, in words.
    /// - Returns: the number of the permit.
    /// - Throws: ``PermitRefusal``, which is logged.
    public func request(_ request: PermitRequest, risk: String) throws -> Int {
        try RequestCheck(definitions: definitions, today: actor.now().day).run(request) {
            try gate.refuse($0)
        }
        let id = try gate.permits().count + 1
        try log(
            .permitRequest,
            [
                "permit": String(id), "kind": request.kind.rawValue,
                "sources": request.sources.sorted().joined(separator: " "),
                "elements": request.elements.sorted().joined(separator: " "),
                "from": request.from.description, "until": request.until.description,
                "expires": request.expires.description,
            ],
            ["request": request.yaml, "risk": risk]
        )
        return id
    }

    /// Adds a remark to a permit.
    public func review(_ id: Int, remark: String) throws {
        _ = try known(id)
        try log(.permitReview, ["permit": String(id)], ["remark": remark])
    }

    /// Approves a permit; the asker cannot, and nobody can twice.
    ///
    /// - Returns: the permit with the approval.
    /// - Throws: ``PermitRefusal``, which is logged.
    public func approve(_ id: Int, remark: String = "") throws -> Permit {
        let (permit, state) = try known(id)
        if Permit.isSame(permit.asked.by, actor.name) {
            try gate.refuse(.askerApproves(permit: id))
        }
        if permit.approvals.contains(where: { Permit.isSame($0.by, actor.name) }) {
            try gate.refuse(.approvedAlready(permit: id))
        }
        switch state {
        case .withdrawn(let day): try gate.refuse(.withdrawn(permit: id, on: day))
        case .expired(let day): try gate.refuse(.expired(permit: id, on: day))
        case .awaiting, .inForce: break
        }
        try log(.permitApproval, ["permit": String(id)], ["remark": remark])
        return try known(id).permit
    }

    /// Withdraws a permit; from then on it is refused.
    public func withdraw(_ id: Int, reason: String) throws {
        if let withdrawal = try known(id).permit.withdrawal {
            try gate.refuse(.withdrawn(permit: id, on: withdrawal.at.day))
        }
        try log(.permitWithdrawal, ["permit": String(id)], ["remark": reason])
    }

    private var gate: PermitGate {
        PermitGate(store: store, definitions: definitions, actor: actor)
    }

    private func known(_ id: Int) throws -> (permit: Permit, state: Permit.State) {
        guard let found = try gate.permits().first(where: { $0.permit.id == id }) else {
            try gate.refuse(.unknown(permit: id))
            throw PermitRefusal.unknown(permit: id)
        }
        return found
    }

    private func log(
        _ kind: AuditEvent.Kind,
        _ facts: [String: String],
        _ sealed: [String: String]
    ) throws {
        try store.log([actor.event(kind, facts, sealed: sealed)], at: actor.now())
    }
}

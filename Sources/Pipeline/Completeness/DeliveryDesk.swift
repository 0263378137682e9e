public import Definitions
import Domain
public import Store

/// Why a delivery cannot be approved, locked or unlocked.
public enum DeliveryDeskError: Error, Equatable, Sendable {
    /// Nothing was accepted of this holder for this half-year.
    case nothingAccepted(source: String, holder: String, period: String)
    /// It is locked already.
    case lockedAlready(source: String, holder: String, period: String)
    /// It is not locked.
    case notLocked(source: String, holder: String, period: String)
}

/// Where deliveries are approved and locked, and where the register of holders is kept.
///
/// Everything stands in the audit log with name and time, and nowhere else.
public struct DeliveryDesk {
    private let store: DeliveryStore
    private let actor: AuditActor

    /// Sits at the desk of a store.
    public init(store: DeliveryStore, actor: AuditActor) {
        self.store = store
        self.actor = actor
    }

    /// Keeps a register of holders.
    ///
    /// - Returns: its vintage.
    /// - Throws: ``HolderRegisterError`` or a `StoreError`.
    public func keep(
        registerCSV text: String,
        path: String,
        definitions: DefinitionSet
    ) throws -> Int {
        let register = try HolderRegister(
            csv: text,
            path: path,
            sources: Set(definitions.sources.keys)
        )
        return try store.keep(
            holderRegister: text,
            logging: {
                actor.event(
                    .holderRegister,
                    ["vintage": String($0), "holders": String(register.entries.count)]
                )
            },
            at: actor.now()
        )
    }

    /// Approves the latest vintage of a holder for a half-year.
    ///
    /// - Returns: the vintage.
    public func approve(_ place: DeliveryApprovals.Place) throws -> Int {
        let vintage = try latest(place).vintage
        try log(.deliveryApproval, place, ["vintage": String(vintage)])
        return vintage
    }

    /// Locks a half-year of a holder: no redelivery is taken until it is unlocked.
    public func lock(_ place: DeliveryApprovals.Place) throws {
        _ = try latest(place)
        guard try approvals().lock(on: place) == nil else {
            throw DeliveryDeskError.lockedAlready(
                source: place.source,
                holder: place.holder,
                period: place.period.description
            )
        }
        try log(.deliveryLock, place)
    }

    /// Opens a locked half-year of a holder again.
    public func unlock(_ place: DeliveryApprovals.Place) throws {
        guard try approvals().lock(on: place) != nil else {
            throw DeliveryDeskError.notLocked(
                source: place.source,
                holder: place.holder,
                period: place.period.description
            )
        }
        try log(.deliveryUnlock, place)
    }

    private func approvals() throws -> DeliveryApprovals {
        DeliveryApprovals(try store.auditLines())
    }

    private func latest(_ place: DeliveryApprovals.Place) throws -> DeliveryRecord {
        let register = DeliveryRegister(try store.deliveries())
        guard let found = register.latest(place.source, place.holder, place.period) else {
            throw DeliveryDeskError.nothingAccepted(
                source: place.source,
                holder: place.holder,
                period: place.period.description
            )
        }
        return found
    }

    private func log(
        _ kind: AuditEvent.Kind,
        _ place: DeliveryApprovals.Place,
        _ more: [String: String] = [:]
    ) throws {
        let facts = [
            "source": place.source, "holder": place.holder, "period": place.period.description,
        ]
        try store.log([actor.event(kind, facts.merging(more) { own, _ in own })], at: actor.now())
    }
}

import Definitions
import Domain
import Keys
import Privacy
import Store

extension Complaint {
    /// A refusal of the gate or the desk.
    static func permit(_ refusal: PermitRefusal) -> Complaint {
        Complaint(refusal.textKey, 5, refusal.values)
    }

    /// What went wrong between a holder and the oblivious service.
    static func service(_ error: ObliviousError) -> Complaint {
        switch error {
        case .malformed: Complaint("service.malformed", 3)
        case .otherKey: Complaint("service.other-key", 5)
        case .ended: Complaint("service.ended", 3)
        }
    }

    /// The complaint with what the definitions say of a rejected item.
    func explained(by definitions: DefinitionSet?, _ language: Language) -> Complaint {
        guard key == "permit.rejected-item",
            let item = definitions?.privacy.rejectedItems.first(where: { $0.id == values["item"] })
        else { return self }
        var all = values
        all["title"] = item.title[language]
        all["reason"] = item.reason[language]
        all["reference"] = item.reference
        return Complaint(key, code, all)
    }
}

extension StoreOptions {
    /// Opens the store, which has to be there, for whoever may run this command.
    func open() throws -> DeliveryStore {
        try StoreOptions.open(store, key: keyPath)
    }

    /// Opens a store, which has to be there, for whoever may run this command.
    static func open(_ store: String, key: String) throws -> DeliveryStore {
        let opened = try DeliveryStore(
            path: store,
            key: StoreKey.load(path: key, create: false),
            create: false
        )
        try CommandGate.admit(to: opened)
        return opened
    }

    /// Opens the store without asking who it is: for logging in, and for the secure server.
    func openedForLogin() throws -> DeliveryStore {
        try DeliveryStore(
            path: store,
            key: StoreKey.load(path: keyPath, create: false),
            create: false
        )
    }
}

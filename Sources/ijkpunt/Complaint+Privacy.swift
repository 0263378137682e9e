import Definitions
import Domain
import Keys
import Privacy
import Store

extension Complaint {
    /// A refusal of the gate or the desk.
    static func permit(_ refusal: PermitRefusal) -> Complaint {
        func say(_ values: [String: String] = [:]) -> Complaint {
            Complaint("permit.\(refusal.code)", 5, values)
        }
        switch refusal {
        case .rejectedItem(let id, let name):
            return Complaint("permit.rejected-item", 5, ["item": id, "name": name])
        case .noPermit(let kind, let subject):
            return say(["kind": kind.rawValue, "subject": subject])
        case .awaiting(let id, let approvals, let needed):
            return say(["id": "\(id)", "approvals": "\(approvals)", "needed": "\(needed)"])
        case .expired(let id, let day), .withdrawn(let id, let day):
            return say(["id": "\(id)", "day": day.description])
        case .logNotSound, .tooFewSources: return say()
        case .unknown(let id), .askerApproves(let id), .approvedAlready(let id):
            return say(["id": "\(id)"])
        case .tooShort(let field, let letters):
            return say(["field": field, "letters": "\(letters)"])
        case .sameWords(let field, let other): return say(["field": field, "other": other])
        case .alternativesMissing(let rows):
            return say(["rows": rows.map(String.init).joined(separator: ", ")])
        case .badTerm(let day): return say(["day": day.description])
        case .unknownSubject(let name): return say(["name": name])
        case .keptTooLong(let source, let years):
            return say(["source": source, "years": "\(years)"])
        }
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
    /// Opens the store, which has to be there.
    func open() throws -> DeliveryStore {
        try StoreOptions.open(store, key: keyPath)
    }

    /// Opens a store, which has to be there.
    static func open(_ store: String, key: String) throws -> DeliveryStore {
        try DeliveryStore(
            path: store,
            key: StoreKey.load(path: key, create: false),
            create: false
        )
    }
}

public import Definitions
public import Domain

extension PermitRefusal {
    /// The key of its text, under `cli.error.`.
    public var textKey: String {
        if case .rejectedItem = self { return "permit.rejected-item" }
        return "permit.\(code)"
    }

    /// What fills the text.
    public var values: [String: String] {
        switch self {
        case .rejectedItem(let id, let name): ["item": id, "name": name]
        case .noPermit(let kind, let subject): ["kind": kind.rawValue, "subject": subject]
        case .awaiting(let id, let approvals, let needed):
            ["id": "\(id)", "approvals": "\(approvals)", "needed": "\(needed)"]
        case .expired(let id, let day), .withdrawn(let id, let day):
            ["id": "\(id)", "day": day.description]
        case .logNotSound, .tooFewSources: [:]
        case .unknown(let id), .askerApproves(let id), .approvedAlready(let id): ["id": "\(id)"]
        case .tooShort(let field, let letters): ["field": field, "letters": "\(letters)"]
        case .sameWords(let field, let other): ["field": field, "other": other]
        case .alternativesMissing(let rows):
            ["rows": rows.map(String.init).joined(separator: ", ")]
        case .badTerm(let day): ["day": day.description]
        case .unknownSubject(let name): ["name": name]
        case .keptTooLong(let source, let years): ["source": source, "years": "\(years)"]
        }
    }

    /// The refusal as a sentence.
    public func wording(by definitions: DefinitionSet, _ language: Language) -> String {
        var all = values
        if case .rejectedItem(let id, _) = self,
            let item = definitions.privacy.rejectedItems.first(where: { $0.id == id })
        {
            all["title"] = item.title[language]
            all["reason"] = item.reason[language]
            all["reference"] = item.reference
        }
        return definitions.texts("cli.error.\(textKey)", language, all)
    }
}

import Columns
public import Definitions
public import Domain

/// *Regelcatalogus*: every rule with its wording, in the order of the codes.
public enum RuleCatalogue {
    /// A rule with its wording.
    public struct Entry: Sendable {
        /// The stable code.
        public let code: String
        /// What happens to data that breaks it.
        public let severity: Finding.Severity
        /// The protocol names of the columns it judges.
        public let fields: [String]
        /// The sources it holds for.
        public let sources: [String]
        /// Where it can run.
        public let places: [Rule.Place]
        /// Its wording.
        public let text: RuleText
    }

    /// Severities of the rules on a file as a whole, by code.
    static let fileRules: [String: Finding.Severity] = {
        var rules: [String: Finding.Severity] = [:]
        for number in 1...19 {
            rules["INT-0" + (number < 10 ? "0\(number)" : "\(number)")] = .file
        }
        for number in 50...54 { rules["INT-0\(number)"] = .file }
        for number in 20...25 { rules["INT-0\(number)"] = .note }
        for code in ["INT-401", "INT-501", "INT-502"] { rules[code] = .file }
        for kind in CarrierMistake.Kind.allCases { rules[kind.code] = .file }
        for number in 40...41 { rules["INT-0\(number)"] = .note }
        return rules
    }()

    /// Rules that need to know the day, or what was accepted before.
    private static let onlyOnReceipt: Set<String> = [
        "INT-015", "INT-016", "INT-023", "INT-025", "INT-054",
    ]

    /// The sources a rule on files holds for.
    private static func sources(of code: String, among definitions: DefinitionSet) -> [String] {
        definitions.sources.values.filter { source in
            switch code {
            case "INT-007", "INT-401", "INT-501":
                source.columns.contains { $0.kind == .holder } && source.holderForm.rule == code
            case "INT-019": source.limits["first-period-year"] != nil
            case "INT-024": source.columns.contains { $0.permit != nil }
            case "INT-025": !source.isStored
            case "INT-502": source.permit != nil
            default: true
            }
        }.map(\.id).sorted()
    }

    /// The catalogue.
    public static func entries(_ definitions: DefinitionSet) -> [Entry] {
        let onFiles = fileRules.compactMap { code, severity in
            definitions.ruleTexts[code].map {
                Entry(
                    code: code,
                    severity: severity,
                    fields: [],
                    sources: RuleCatalogue.sources(of: code, among: definitions),
                    places: onlyOnReceipt.contains(code) ? [.receive] : Rule.Place.allCases,
                    text: $0
                )
            }
        }
        let onRows = Rule.all.compactMap { rule in
            definitions.ruleTexts[rule.code].map {
                Entry(
                    code: rule.code,
                    severity: rule.severity,
                    fields: rule.fields.map(\.rawValue),
                    sources: rule.sources.sorted(),
                    places: rule.places,
                    text: $0
                )
            }
        }
        return (onFiles + onRows).sorted { $0.code < $1.code }
    }
}

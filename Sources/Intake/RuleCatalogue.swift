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
        /// Its wording.
        public let text: RuleText
    }

    /// Severities of the rules on a file as a whole, by code.
    static let fileRules: [String: Finding.Severity] = {
        var rules: [String: Finding.Severity] = [:]
        for number in 1...18 {
            rules["INT-0" + (number < 10 ? "0\(number)" : "\(number)")] = .file
        }
        for number in 30...33 { rules["INT-0\(number)"] = .file }
        for number in 20...23 { rules["INT-0\(number)"] = .note }
        return rules
    }()

    /// The catalogue.
    public static func entries(_ definitions: DefinitionSet) -> [Entry] {
        let sources = definitions.sources.keys.sorted()
        let onFiles = fileRules.compactMap { code, severity in
            definitions.ruleTexts[code].map {
                Entry(code: code, severity: severity, fields: [], sources: sources, text: $0)
            }
        }
        let onRows = Rule.all.compactMap { rule in
            definitions.ruleTexts[rule.code].map {
                Entry(
                    code: rule.code,
                    severity: rule.severity,
                    fields: rule.fields.map(\.rawValue),
                    sources: rule.sources.sorted(),
                    text: $0
                )
            }
        }
        return (onFiles + onRows).sorted { $0.code < $1.code }
    }
}

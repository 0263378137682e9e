public import Definitions
public import Domain
public import Store

/// What is wrong with the log, in words.
public struct AuditWording {
    private let texts: TextCatalogue
    private let language: Language

    /// Creates the wording in a language.
    public init(texts: TextCatalogue, language: Language) {
        self.texts = texts
        self.language = language
    }

    /// A mistake, named by its line.
    public func text(_ mistake: AuditMistake) -> String {
        switch mistake {
        case .changed(let number): say("changed", ["number": "\(number)"])
        case .moved(let from, let to): say("moved", ["from": "\(from)", "to": "\(to)"])
        case .removed(let number): say("removed", ["number": "\(number)"])
        case .cutOff(let after, let expected):
            say("cut-off", ["after": "\(after)", "expected": "\(expected)"])
        case .departs(let number): say("departs", ["number": "\(number)"])
        case .unsigned(let number): say("unsigned", ["number": "\(number)"])
        case .clockBack(let number): say("clock-back", ["number": "\(number)"])
        }
    }

    private func say(_ key: String, _ values: [String: String]) -> String {
        texts("cli.audit.\(key)", language, values)
    }
}

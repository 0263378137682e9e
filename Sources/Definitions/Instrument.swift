public import Domain

/// *Codeboek*: what is asked of a case file or a person, as data.
///
/// A version that has been used never changes: studies keep the digest of ``canonical``.
public struct Instrument: Sendable, Equatable {
    /// The id, as `casefile`.
    public let id: String
    /// The version, from 1.
    public let version: Int
    /// The title.
    public let title: LocalizedText
    /// Where the items come from, and what is uncertain about them.
    public let reference: LocalizedText
    /// The sections, in their order.
    public let sections: [Section]

    /// A part of the form.
    public struct Section: Sendable, Equatable {
        /// The id.
        public let id: String
        /// The title.
        public let title: LocalizedText
        /// The items, in their order.
        public let items: [Item]
    }

    /// A question.
    public struct Item: Sendable, Equatable {
        /// What an answer looks like.
        public enum Kind: String, CaseIterable, Sendable {
            /// One of the options.
            case choice
            /// Any of the options, at least one.
            case choices
            /// A place on a scale from 0 to 100 with five described anchors.
            case continuum
        }

        /// The id, unique in the instrument.
        public let id: String
        /// What an answer looks like.
        public let kind: Kind
        /// The question.
        public let wording: LocalizedText
        /// The options of a choice, in their order.
        public let options: [Option]
        /// The anchors of a continuum, at 0, 25, 50, 75 and 100.
        public let anchors: [Option]
        /// What may be answered instead.
        public let missing: [Missing]
        /// Whether an answer may be marked as estimated by the coder.
        public let mayBeEstimated: Bool
        /// When the item is asked; always when `nil`.
        public let condition: Condition?
    }

    /// A code and what it stands for.
    public struct Option: Sendable, Equatable {
        /// The code; of an anchor its place on the scale.
        public let code: String
        /// The words.
        public let label: LocalizedText
    }

    /// An answer that gives no value.
    public enum Missing: String, CaseIterable, Sendable {
        /// *Staat niet in het dossier*: the file is silent, which is an answer too.
        case notInFile = "not-in-file"
        /// *Niet te beoordelen*: there is something, and it cannot be placed.
        case cannotBeJudged = "cannot-be-judged"
    }

    /// *Vertakking*: the item is asked when an earlier one was answered with one of some codes.
    public struct Condition: Sendable, Equatable {
        /// The earlier item.
        public let item: String
        /// The codes.
        public let codes: [String]

        /// Creates a condition.
        public init(item: String, codes: [String]) {
            self.item = item
            self.codes = codes
        }
    }

    /// Every item, in the order of the form.
    public var items: [Item] { sections.flatMap(\.items) }

    /// The item with an id.
    public func item(_ id: String) -> Item? { items.first { $0.id == id } }
}

extension Instrument {
    /// Everything in the instrument as one text: the same content is the same text, whatever the
    /// layout of the file and the remarks in it.
    public var canonical: String {
        var lines = ["instrument \(id) \(version)", Instrument.line(title)]
        lines.append(Instrument.line(reference))
        for section in sections {
            lines.append("section \(section.id) \(Instrument.line(section.title))")
            for item in section.items {
                lines.append(
                    "item \(item.id) \(item.kind.rawValue) \(Instrument.line(item.wording))"
                )
                for option in item.options + item.anchors {
                    lines.append("code \(option.code) \(Instrument.line(option.label))")
                }
                lines.append("missing \(item.missing.map(\.rawValue).joined(separator: ","))")
                lines.append("estimated \(item.mayBeEstimated)")
                if let condition = item.condition {
                    lines.append("if \(condition.item) \(condition.codes.joined(separator: ","))")
                }
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func line(_ text: LocalizedText) -> String {
        Language.allCases.map { text[$0].split(whereSeparator: \.isNewline).joined(separator: " ") }
            .joined(separator: "\u{1F}")
    }
}

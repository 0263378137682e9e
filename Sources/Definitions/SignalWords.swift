public import Domain

/// *Signaalwoorden*: concepts and their spellings, to look for in free text inside an organisation.
///
/// Only to enrich a sampling frame; the weighing framework says no to words as an indicator.
public struct SignalWords: Sendable, Equatable {
    /// A concept.
    public struct Concept: Sendable, Equatable {
        /// The id.
        public let id: String
        /// The title.
        public let title: LocalizedText
        /// The spellings, in small letters without accents; `*` at the end stands for any ending.
        public let spellings: [String]
        /// Words of which one has to stand within the window, when the spelling alone says little.
        public let context: [String]
    }

    /// The id.
    public let id: String
    /// The version, from 1.
    public let version: Int
    /// Where the list comes from, and what is uncertain about it.
    public let reference: LocalizedText
    /// Words that turn what comes after them into its opposite.
    public let negations: [String]
    /// How many words before a spelling a negation counts.
    public let negationWindow: Int
    /// How many words on both sides count as context.
    public let contextWindow: Int
    /// The concepts, in their order.
    public let concepts: [Concept]
}

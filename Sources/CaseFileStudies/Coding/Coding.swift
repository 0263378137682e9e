/// *Codering*: what one coder read in one file.
public struct Coding: Codable, Sendable, Equatable {
    /// Which reading it is.
    public enum Round: String, Codable, CaseIterable, Sendable {
        /// The first.
        case first
        /// The second, blind to the first, by somebody else.
        case second
        /// The decision of a third where the two differ.
        case adjudication
    }

    /// An answer.
    public struct Answer: Codable, Sendable, Equatable {
        /// The code, the codes with a blank between them, the place on a continuum, or a kind of
        /// missing.
        public let value: String
        /// Whether the coder marked it as an estimate.
        public let isEstimated: Bool

        /// Creates an answer.
        public init(value: String, isEstimated: Bool = false) {
            self.value = value
            self.isEstimated = isEstimated
        }
    }

    /// The study code of the file.
    public let file: String
    /// The coder, by a code.
    public let coder: String
    /// Which reading it is.
    public let round: Round
    /// The day, `JJJJ-MM-DD`.
    public let day: String
    /// The answers by item.
    public internal(set) var answers: [String: Answer]

    /// Creates a coding.
    public init(
        file: String,
        coder: String,
        round: Round,
        day: String,
        answers: [String: Answer]
    ) {
        self.file = file
        self.coder = coder
        self.round = round
        self.day = day
        self.answers = answers
    }
}

public import Domain

/// *Vragenlijst met normen*: how a questionnaire is scored and what its score is held against.
///
/// The wording of items is never here: many questionnaires are under licence. What is here is how
/// many items there are, which count the other way round, how many may be missing, and norms where
/// a source for them is at hand. A questionnaire without items takes a score that was worked out
/// elsewhere.
public struct Questionnaire: Sendable, Equatable {
    /// Whether the questionnaire may be used by everybody.
    public enum Licence: String, CaseIterable, Sendable {
        /// Free to use.
        case free
        /// Only with a licence; whoever has one fills the norms in.
        case licensed
        /// Invented for this project, to try the machinery with.
        case invented
    }

    /// Which way a score is better.
    public enum Direction: String, CaseIterable, Sendable {
        /// Lower is better, as for complaints.
        case lowerIsBetter = "lower-is-better"
        /// Higher is better.
        case higherIsBetter = "higher-is-better"
    }

    /// What a score is made of.
    public enum Score: String, CaseIterable, Sendable {
        /// The sum of the items.
        case sum
        /// Their mean.
        case mean
    }

    /// The items, by number from 1.
    public struct Items: Sendable, Equatable {
        /// How many there are.
        public let number: Int
        /// The lowest answer.
        public let lowest: Int
        /// The highest answer.
        public let highest: Int
        /// The items that count the other way round.
        public let reversed: [Int]
        /// How many may be missing; each is taken to be the mean of the person's other items.
        public let mostMissing: Int
        /// What the score is made of.
        public let score: Score
    }

    /// The scores of a population.
    public struct Norm: Sendable, Equatable {
        /// Which population.
        public enum Population: String, CaseIterable, Sendable {
            /// People with the complaint.
            case clinical
            /// People without it.
            case functional
        }

        /// The population.
        public let population: Population
        /// The mean.
        public let mean: Double
        /// The standard deviation.
        public let deviation: Double
        /// The reliability of the score in it, above 0 and below 1.
        public let reliability: Double
        /// Where the numbers come from.
        public let source: LocalizedText
    }

    /// The id, as `arij`.
    public let id: String
    /// The version, from 1.
    public let version: Int
    /// The title.
    public let title: LocalizedText
    /// Where it comes from, what is uncertain, and what a licence holder has to fill in.
    public let reference: LocalizedText
    /// Whether it may be used by everybody.
    public let licence: Licence
    /// Which way is better.
    public let direction: Direction
    /// The items; `nil` when the score is worked out elsewhere.
    public let items: Items?
    /// The norms; empty where they have to be filled in.
    public let norms: [Norm]

    /// The norm of a population.
    public func norm(_ population: Norm.Population) -> Norm? {
        norms.first { $0.population == population }
    }

    /// Everything that decides about a score as one text, so that a change can be noticed.
    public var canonical: String {
        var lines = ["questionnaire \(id) \(version) \(direction.rawValue)"]
        if let items {
            lines.append(
                "items \(items.number) \(items.lowest) \(items.highest) \(items.mostMissing) "
                    + "\(items.score.rawValue) "
                    + items.reversed.map(String.init).joined(separator: ",")
            )
        }
        for norm in norms {
            lines.append(
                "norm \(norm.population.rawValue) \(norm.mean) \(norm.deviation) "
                    + "\(norm.reliability)"
            )
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

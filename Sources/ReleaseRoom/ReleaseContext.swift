import Foundation
import Yams

/// *Begeleidend formulier*: what a checker has to know of figures to judge them.
public struct ReleaseContext: Sendable, Equatable, Codable {
    /// A question of the form.
    public enum Part: String, Sendable, CaseIterable, Codable {
        /// What the figures are for.
        case purpose
        /// Whom they count, and from which source.
        case population
        /// How many persons or records lie beneath them, not weighted.
        case unweightedN = "unweighted-n"
        /// Why nobody can be known from them.
        case whySafe = "why-safe"
    }

    /// What the figures are for.
    public let purpose: String
    /// Whom they count, and from which source.
    public let population: String
    /// How many persons or records lie beneath them, not weighted.
    public let unweightedN: Int
    /// Why nobody can be known from them.
    public let whySafe: String

    /// Creates a context that was answered in full.
    public init(purpose: String, population: String, unweightedN: Int, whySafe: String) {
        self.purpose = purpose
        self.population = population
        self.unweightedN = unweightedN
        self.whySafe = whySafe
    }

    /// Reads a form that was filled in.
    ///
    /// - Parameter text: YAML with one answer to each part.
    /// - Returns: the context, or the parts that are not answered: empty, absent, or for
    ///   ``Part/unweightedN`` no whole number above 0.
    public static func read(_ text: String) -> Result<ReleaseContext, MissingAnswers> {
        let answers = (try? Yams.load(yaml: text)) as? [String: Any] ?? [:]
        func words(_ part: Part) -> String? {
            guard let answer = answers[part.rawValue] as? String else { return nil }
            let bare = answer.trimmingCharacters(in: .whitespacesAndNewlines)
            return bare.isEmpty ? nil : bare
        }
        let count = (answers[Part.unweightedN.rawValue] as? Int).flatMap { $0 > 0 ? $0 : nil }
        guard let purpose = words(.purpose), let population = words(.population), let count,
            let whySafe = words(.whySafe)
        else {
            let missing = Part.allCases.filter {
                $0 == .unweightedN ? count == nil : words($0) == nil
            }
            return .failure(MissingAnswers(parts: missing))
        }
        return .success(
            ReleaseContext(
                purpose: purpose,
                population: population,
                unweightedN: count,
                whySafe: whySafe
            )
        )
    }

    /// Parts of the form that are not answered.
    public struct MissingAnswers: Error, Equatable, Sendable {
        /// The parts, in the order of the form.
        public let parts: [Part]
    }
}

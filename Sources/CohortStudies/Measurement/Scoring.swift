public import Definitions

/// *Scoren*: from answers to the score of a questionnaire.
///
/// A reversed item counts as lowest + highest − answer. Up to the number that the record allows,
/// missing items are taken to be the mean of the person's others (person-mean substitution); with
/// more missing there is no score.
public struct Scoring: Sendable {
    private let questionnaire: Questionnaire

    /// Scoring of a questionnaire.
    public init(_ questionnaire: Questionnaire) { self.questionnaire = questionnaire }

    /// The score of a measurement; `nil` where too much is missing.
    public func score(_ measurement: Measurement) -> Double? {
        guard let items = questionnaire.items else {
            return measurement.answers["\(questionnaire.id).score"]
        }
        let turn = Double(items.lowest + items.highest)
        let values = (1...items.number).compactMap { number -> Double? in
            guard let answer = measurement.answers["\(questionnaire.id).\(number)"] else {
                return nil
            }
            return items.reversed.contains(number) ? turn - answer : answer
        }
        guard !values.isEmpty, items.number - values.count <= items.mostMissing else { return nil }
        let mean = values.reduce(0, +) / Double(values.count)
        return items.score == .mean ? mean : mean * Double(items.number)
    }
}

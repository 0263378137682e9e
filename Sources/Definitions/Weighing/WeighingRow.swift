/// *Rij van het afwegingskader*: one way to measure, with how a version of the framework scores it.
public struct WeighingRow: Sendable, Equatable {
    /// The number, from 1; it never changes meaning between versions.
    public let number: Int
    /// What is measured, in the words of the version's source.
    public let indicator: String
    /// The scores, in the order of ``WeighingFramework/criteria``.
    public let scores: [WeighingScore]
    /// On which aspect it informs, in the words of the source.
    public let aspect: String
    /// The advice of the source, as coded.
    public let advice: WeighingAdvice
    /// The advice of the source, in its own words.
    public let publishedAdvice: String
    /// Remarks, in the words of the source.
    public let remarks: String

    /// Whether the source did not advise against it: a lighter way, to be weighed first.
    public var isAdvised: Bool { advice != .minus }

    /// Creates a row.
    public init(
        number: Int,
        indicator: String,
        scores: [WeighingScore],
        aspect: String,
        advice: WeighingAdvice,
        publishedAdvice: String,
        remarks: String
    ) {
        self.number = number
        self.indicator = indicator
        self.scores = scores
        self.aspect = aspect
        self.advice = advice
        self.publishedAdvice = publishedAdvice
        self.remarks = remarks
    }
}

/// *Score*: how far a criterion holds for a way to measure.
public enum WeighingScore: String, CaseIterable, Sendable, Comparable {
    /// Does not hold.
    case minus = "-"
    /// In doubt.
    case between = "o"
    /// Holds.
    case plus = "+"

    /// −1, 0 or 1: an order, with steps that are equal by agreement only.
    public var value: Int {
        switch self {
        case .minus: -1
        case .between: 0
        case .plus: 1
        }
    }

    /// The sign as people read it, with a real minus.
    public var sign: String { self == .minus ? "\u{2212}" : rawValue }

    /// `-` before `o` before `+`.
    public static func < (left: WeighingScore, right: WeighingScore) -> Bool {
        left.value < right.value
    }
}

/// *Advies*: what to do with a way to measure.
public enum WeighingAdvice: String, CaseIterable, Sendable {
    /// Do not measure it.
    case minus = "-"
    /// In doubt.
    case between = "o"
    /// Measure it.
    case plus = "+"
    /// *Diepteonderzoek*: not as a count, but in a study by sample.
    case study = "diepteonderzoek"

    /// The advice that a score stands for.
    public init(_ score: WeighingScore) {
        switch score {
        case .minus: self = .minus
        case .between: self = .between
        case .plus: self = .plus
        }
    }
}

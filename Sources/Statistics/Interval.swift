/// Two limits round an estimate; a limit that does not exist is NaN, and shown as undefined.
public struct Interval: Sendable, Equatable {
    /// The lower limit.
    public var lower: Double

    /// The upper limit.
    public var upper: Double

    /// Creates an interval.
    public init(_ lower: Double, _ upper: Double) {
        self.lower = lower
        self.upper = upper
    }

    /// The interval `estimate ± z · error`.
    public init(around estimate: Double, error: Double, z: Double) {
        self.init(estimate - z * error, estimate + z * error)
    }

    /// The interval with both limits put through an increasing function.
    public func mapped(_ transform: (Double) -> Double) -> Interval {
        Interval(transform(lower), transform(upper))
    }

    /// No interval.
    public static let undefined = Interval(.nan, .nan)
}

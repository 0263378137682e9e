/// How often something is wrong on purpose, and how far it may go in one file.
struct FaultPlan: Sendable {
    private let perMillion: Int
    private let seed: UInt64
    private let isCapped: Bool

    /// Faults in so large a share of the rows; above one in ten no file is spared.
    init(rate: Double, seed: UInt64) {
        perMillion = Int(rate * 1_000_000)
        self.seed = seed
        isCapped = rate <= 0.1
    }

    /// Whether there are any faults.
    var isActive: Bool { perMillion > 0 }

    /// The chance for a record in a half-year and vintage, or `nil` when nothing is wrong with it.
    func choice(_ subject: Int, in delivery: Int) -> Mixed? {
        guard perMillion > 0 else { return nil }
        var choice = Mixed(seed, subject, .fault, delivery)
        return choice.take(1_000_000) < perMillion ? choice : nil
    }

    /// Whether one more record may be left out: a file in which more than 5 % and more than 5
    /// records are left out is refused, and that happens only when the rate asks for it.
    func mayLeaveOut(_ leftOut: Int, ofRows rows: Int) -> Bool {
        !isCapped || leftOut < 5 || (leftOut + 1) * 21 <= rows
    }
}

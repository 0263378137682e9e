/// Durations in days by their deciles, straight between them.
struct DurationTable: Sendable {
    private let deciles: [Int]

    init(deciles: [Int]) {
        self.deciles = deciles
    }

    /// The longest duration.
    var longest: Int { deciles.last ?? 1 }

    /// The mean, in days.
    var mean: Int {
        zip(deciles, deciles.dropFirst()).reduce(0) { $0 + $1.0 + $1.1 } / (2 * (deciles.count - 1))
    }

    /// Draws a duration of at least one day.
    func draw(_ random: inout SeededRandom) -> Int32 {
        let step = random.below(deciles.count - 1)
        return Int32(deciles[step] + random.below(deciles[step + 1] - deciles[step] + 1))
    }
}

/// An axis that starts at zero, with a few round lines.
struct Scale: Sendable, Equatable {
    /// The distance between two lines.
    let step: Double
    /// The number at the end of the axis.
    let top: Double

    /// Creates the axis that holds the largest of some numbers.
    init(holding values: [Double]) {
        let largest = max(values.max() ?? 0, 1)
        var unit = 1.0
        while unit * 10 <= largest { unit *= 10 }
        let step =
            [0.5, 1, 2, 2.5, 5, 10].map { $0 * unit }
            .first { $0 * 3 >= largest && ($0 >= 1) } ?? unit * 10
        self.step = step
        top = step * max(1, (largest / step).rounded(.up))
    }

    /// The numbers at which lines stand, zero first.
    var lines: [Double] {
        (0...Int((top / step).rounded())).map { Double($0) * step }
    }
}

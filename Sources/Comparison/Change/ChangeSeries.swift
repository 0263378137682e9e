public import Definitions
import Domain
import Statistics

/// *Verandering in de tijd*: a series cut at every break, each stretch with its own limits.
///
/// No limit, run or test reaches over a break: what stands on both sides was counted otherwise.
public struct ChangeSeries: Sendable, Equatable {
    /// What is followed.
    public enum Kind: Sendable, Equatable {
        /// A share of persons or trajectories.
        case proportion
        /// Events over a population.
        case ratio
        /// A count without a denominator.
        case count

        var chart: ControlChart.Kind {
            switch self {
            case .proportion: .pPrime
            case .ratio: .uPrime
            case .count: .xmr
            }
        }
    }

    /// The stretches between breaks, in the order of time.
    public let segments: [ChangeSegment]

    /// Cuts a series at its breaks.
    ///
    /// - Parameters:
    ///   - points: half-years without holes between them; a hole is a point that is missing.
    ///   - breaks: the breaks of its source.
    ///   - kind: what is followed.
    ///   - leastPoints: with fewer shown half-years a stretch has no limits and no test.
    ///   - sigmas: standard errors to the limits.
    public init(
        _ points: [ChangePoint],
        breaks: [DefinitionBreak],
        kind: Kind,
        leastPoints: Int,
        sigmas: Double
    ) {
        let sorted = points.sorted { $0.period < $1.period }
        var stretches: [(points: [ChangePoint], cut: DefinitionBreak?)] = []
        for point in sorted {
            let cut = breaks.filter { cut in
                guard let last = stretches.last?.points.last else { return false }
                return last.period < cut.before && cut.before <= point.period
            }.max { $0.before < $1.before }
            if stretches.isEmpty || cut != nil {
                stretches.append(([point], cut))
            } else {
                stretches[stretches.count - 1].points.append(point)
            }
        }
        segments = stretches.map {
            ChangeSegment(
                $0.points,
                breakBefore: $0.cut,
                kind: kind.chart,
                leastPoints: leastPoints,
                sigmas: sigmas
            )
        }
    }

    /// The half-years of all stretches.
    public var points: [ChangePoint] { segments.flatMap(\.points) }
}

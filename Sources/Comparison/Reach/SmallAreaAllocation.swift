internal import Foundation
public import Statistics

/// *Toedeling aan gebieden*: how many children of an area a national prevalence stands for.
///
/// A synthetic estimate (Rao and Molina, *Small Area Estimation*, 2nd ed. 2015, ch. 3): the area is
/// taken to have the prevalence of the country, times a factor that nobody measured. That factor is
/// given a log-normal spread, and the number of children in a year that of a Poisson count round it.
/// Both widen the bounds of the published prevalence; nothing narrows them.
public struct SmallAreaAllocation: Sendable, Equatable {
    /// The published bounds, per child.
    public let prevalence: Interval
    /// The standard deviation of log prevalence between areas; 0 for the country.
    public let spread: Double

    /// Creates an allocation.
    ///
    /// - Parameters:
    ///   - perThousand: the published bounds per 1 000 children.
    ///   - spread: the standard deviation of log prevalence between areas.
    public init(perThousand: Interval, spread: Double) {
        prevalence = perThousand.mapped { $0 / 1000 }
        self.spread = spread
    }

    /// The children it stands for.
    ///
    /// - Parameters:
    ///   - population: children of the area.
    ///   - level: how much of each added spread lies within the bounds.
    /// - Returns: whole children for an area; for the country the published bounds as they are.
    public func children(population: Double, level: Double = 0.95) -> Interval {
        guard spread > 0 else { return prevalence.mapped { $0 * population } }
        let tail = (1 - level) / 2
        let factor = exp(Normal.quantile(upper: tail) * spread)
        return Interval(
            Poisson.quantile(lower: tail, mean: prevalence.lower / factor * population),
            Poisson.quantile(upper: tail, mean: prevalence.upper * factor * population)
        )
    }
}

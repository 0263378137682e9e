public import Disclosure

/// Why figures are not released.
public enum ReleaseRefusal: Error, Equatable, Sendable {
    /// An attacker would learn too much of these cells.
    case attack(findings: [UniverseOutcome.Finding])
    /// A year and its half-years are not protected together yet.
    case years
    /// No table fits, each for its own reason.
    case nothing(reasons: [UniverseError])
}

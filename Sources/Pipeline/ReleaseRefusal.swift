public import Disclosure

/// Why figures are not released.
public enum ReleaseRefusal: Error, Equatable, Sendable {
    /// An attacker would learn too much of these cells.
    case attack(findings: [UniverseOutcome.Finding])
    /// Together with what was released before an attacker would learn too much of these cells.
    case ledger(outcome: ReleaseAttack.Outcome)
    /// Real figures by a profile that gives cells away by its margins.
    case leaky(profile: String)
    /// Real figures that two checkers did not agree to: no released submission has these tables.
    case notReleased(tables: Int)
    /// A year and its half-years are not protected together yet.
    case years
    /// No table fits, each for its own reason.
    case nothing(reasons: [UniverseError])
}

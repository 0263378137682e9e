public import Definitions
public import Domain

/// Turns counts into figures that may be shown.
public struct DisclosureStage: Sendable {
    private let profile: DisclosureProfile

    /// Creates the stage for a profile.
    public init(profile: DisclosureProfile) {
        self.profile = profile
    }

    /// Withholds small counts and rounds each of the rest by itself.
    ///
    /// A derived figure (a rate, a mean) is withheld with the count that carries it, and a rate is
    /// worked out again from what is shown. This first form is primary protection only: margins
    /// give withheld cells away, which the notice of the table says.
    ///
    /// - Complexity: O(*n* log *n*) in the number of cells.
    public func run(_ table: CellTable) -> ProtectedTable {
        ProtectedTable(
            of: table, values: table.values.map { .shown($0) }, profile: profile.id,
            notice: profile.notice)
    }
}

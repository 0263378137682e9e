/// Another table that an outsider cannot tell from the true one: what every withheld cell differs.
///
/// All relations hold and no count is under zero, so each cell in it can have its true number and
/// that number plus the difference, and everything between.
struct ProtectionPattern: Sendable {
    /// The cells that differ, and by how much.
    let changes: [(cell: Int32, by: Double)]
    /// Whether the opposite differences are possible too.
    let isReversible: Bool
}

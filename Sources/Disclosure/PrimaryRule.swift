/// *Primaire beveiliging*: what one count shows, looked at by itself.
struct PrimaryRule {
    /// True counts below this are withheld.
    let threshold: Int
    /// Counts are rounded to a multiple of this.
    let base: Int

    /// A small count is withheld, any other is rounded to the nearest multiple, half up.
    ///
    /// A zero names no child; a blank would suggest that there are some.
    func protect(_ count: Int64) -> ProtectedTable.Value {
        guard count == 0 || count >= Int64(threshold) else { return .suppressed }
        let base = Int64(max(1, base))
        return .shown((count + base / 2) / base * base)
    }
}

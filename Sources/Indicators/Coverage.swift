import Domain

/// *Dekking*: how much of what ended has an outcome, nationwide.
///
/// A note for whoever computes: outcomes are delivered by local agreement only.
enum Coverage {
    /// The shares of the table on the country as a whole, as `satisfaction_percent 31.2`.
    static func text(of table: CellTable) -> String {
        let shares = table.measures.filter {
            if case .percent = $0.derivation { true } else { false }
        }
        return shares.map { share in
            let value =
                table.value(
                    CellTable.Region(geography: .country, code: "NL01"),
                    table.dimensions.map { _ in "T" },
                    share.name
                ) ?? 0
            return "\(share.name) \(CellTable.text(value, decimals: share.decimals))"
        }.joined(separator: ", ")
    }
}

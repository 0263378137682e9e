/// How a holder's software writes files: everything the protocol leaves open.
struct FileStyle: Sendable {
    /// `;` or `,`.
    let separator: UInt8
    let hasCarriageReturn: Bool
    let hasByteOrderMark: Bool
    /// Dates of start and end as `JJJJ-MM-DD`.
    let hasHyphenatedDates: Bool
    /// Municipalities as `0363`.
    let hasBareMunicipalities: Bool
    /// Forms by their iJw aliases 31–38.
    let hasFormAliases: Bool
    /// Outcomes are delivered by local agreement only.
    let hasOutcomes: Bool
    /// A column that the protocol does not know.
    let hasExtraColumn: Bool

    /// The plainest style.
    static let plain = FileStyle(
        separator: UInt8(ascii: ";"),
        hasCarriageReturn: false,
        hasByteOrderMark: false,
        hasHyphenatedDates: false,
        hasBareMunicipalities: false,
        hasFormAliases: false,
        hasOutcomes: false,
        hasExtraColumn: false
    )
}

extension FileStyle {
    /// The style of a holder, the same in every half-year.
    init(holder: UInt32, seed: UInt64, outcomePerMille: Int, hasFaults: Bool) {
        var choice = Mixed(seed, Int(holder), .style)
        separator = choice.take(4) == 0 ? UInt8(ascii: ",") : UInt8(ascii: ";")
        hasCarriageReturn = choice.take(3) == 0
        hasByteOrderMark = choice.take(12) == 0
        hasHyphenatedDates = choice.take(10) == 0
        hasBareMunicipalities = choice.take(8) == 0
        hasFormAliases = choice.take(25) == 0
        hasOutcomes = choice.take(1000) < outcomePerMille
        hasExtraColumn = hasFaults && choice.take(20) == 0
    }
}

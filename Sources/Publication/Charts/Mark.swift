package import Domain

/// What a chart shows of one figure: how large, and how sure.
package enum Mark: Sendable, Equatable {
    /// Counted and final.
    case counted(Double)
    /// Counted, but provisional; with its sign, `*` or `**`.
    case provisional(Double, String)
    /// Estimated, derived, or a rounding of something: a place without a hard edge.
    case estimated(Double)
    /// Somewhere between two bounds; there is no middle.
    case interval(Double, Double)
    /// Withheld.
    case suppressed
    /// Not observed, or not published: never zero.
    case missing

    /// The mark of a figure somebody else published; a hole where there is none.
    package init(_ figure: PublishedFigure?) {
        switch figure?.value {
        case .number(let value)?:
            let sign = figure?.status.mark ?? ""
            self = sign.isEmpty ? .counted(value) : .provisional(value, sign)
        case .derived(let value)?, .about(let value)?: self = .estimated(value)
        case .interval(let low, let high)?: self = .interval(low, high)
        case .withheld?: self = .suppressed
        case .missing?, nil: self = .missing
        }
    }

    /// The tone it is drawn in.
    var tone: Tone {
        switch self {
        case .counted: .counted
        case .provisional: .provisional
        case .estimated: .estimated
        case .interval: .interval
        case .suppressed: .suppressed
        case .missing: .missing
        }
    }

    /// The highest number it shows, for the scale; withheld and missing have none.
    var top: Double? {
        switch self {
        case .counted(let value), .provisional(let value, _), .estimated(let value): value
        case .interval(_, let high): high
        case .suppressed, .missing: nil
        }
    }

    /// The number as it is read, with its sign.
    func label(_ wording: Wording) -> String {
        switch self {
        case .counted(let value): wording.number(value)
        case .provisional(let value, let sign): wording.number(value) + sign
        case .estimated(let value):
            wording("page.number.about", ["number": wording.number(value)])
        case .interval(let low, let high):
            wording(
                "page.number.between",
                ["low": wording.number(low), "high": wording.number(high)]
            )
        case .suppressed: "."
        case .missing: "–"
        }
    }

    /// The same as a cell of a table.
    func cell(_ wording: Wording) -> DataTable.Cell {
        switch self {
        case .suppressed: .suppressed
        case .missing: .missing
        default: .number(label(wording))
        }
    }

    /// The same in words, for those who listen.
    func spoken(_ wording: Wording) -> String {
        switch self {
        case .suppressed: wording("page.tone.suppressed")
        case .missing: wording("page.tone.missing")
        default: label(wording)
        }
    }
}

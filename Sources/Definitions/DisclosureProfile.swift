public import Domain

/// *Beveiligingsprofiel*: the numbers by which a table is protected.
public struct DisclosureProfile: Sendable {
    /// The id, as `cbs`.
    public let id: String
    /// The title.
    public let title: LocalizedText
    /// True counts below this are withheld.
    public let threshold: Int
    /// Counts are rounded to a multiple of this.
    public let roundingBase: Int
    /// Whether margins give withheld cells away, which must be said on the face of every table.
    public let isLeaky: Bool
    /// What must be said on the face of every table.
    public let notice: LocalizedText
    /// Where the numbers come from.
    public let source: LocalizedText
}

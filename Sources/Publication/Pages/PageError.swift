/// Why a page was not built.
public enum PageError: Error, Equatable, Sendable {
    /// A figure lacks a part of its margin, which must say what the figure does and does not say.
    case marginIncomplete(figure: String, part: String)
    /// There is no such page.
    case unknownPage
    /// There is no such region.
    case unknownRegion
    /// There is no such indicator.
    case unknownIndicator
    /// There is no such candidate or taxonomy.
    case unknownRecord
    /// The published database could not be read.
    case unreadable(String)
}

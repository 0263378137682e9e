public import Domain

/// *Gebieden*: municipalities of the reference year, the regions they lie in, and mergers by date.
public struct RegionReference: Sendable {
    /// A municipality of the reference year.
    public struct Municipality: Sendable {
        /// The CBS code, as `GM0363`.
        public let code: String
        /// The name.
        public let name: String
        /// The code (for `csg`: the name) of the region it lies in, for each other geography.
        public let regions: [Geography: String]
        /// The geographies of which the row is from memory and not checked against a source.
        public let unverified: Set<Geography>
        /// The first day on which the code existed; `nil` when that was before the first change.
        public let since: CalendarDay?
        /// Inhabitants aged 0–17 used for generating fictive data; an estimate for 1 January 2016.
        public let fictivePopulation0to17: Int
    }

    /// A merger, split or transfer on a day.
    public struct Change: Sendable {
        /// The code that ended.
        public let oldCode: String
        /// The name that ended.
        public let oldName: String
        /// The code the territory went to; one old code may have several.
        public let newCode: String
        /// The name it went to.
        public let newName: String
        /// The first day of the new state.
        public let date: CalendarDay
    }

    /// The year whose boundaries the table describes: 2020.
    public let referenceYear: Int
    /// The municipalities of the reference year, by code.
    public let municipalities: [Municipality]
    /// The changes, by date.
    public let changes: [Change]
    /// The names of regions by geography and code.
    public let names: [Geography: [String: String]]
    /// What is uncertain in the table, for the pages.
    public let caution: LocalizedText
}

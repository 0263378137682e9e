/// A table of counts as computed: the only thing that crosses the wall from person level.
///
/// Cells are kept as a packed key and a whole number, in the order in which the table contract
/// writes them: geography, region, each dimension, measure, every field compared as its bytes
/// with the comma that follows it. Cells that are zero are absent.
public struct CellTable: Sendable, Equatable {
    /// A way in which cells are broken down, with its codes in the order of the table.
    public struct Dimension: Sendable, Equatable {
        /// The name of the column, as `form`.
        public let name: String
        /// The codes in byte order, with `T` for the total and `U` for unknown.
        public let codes: [String]
        /// Whether the parts add up to `T`; a youth with two forms is one youth.
        public let isAdditive: Bool

        /// Creates a dimension; the codes are put into the order of the table.
        public init(name: String, codes: [String], isAdditive: Bool) {
            self.name = name
            self.codes = CellTable.inTableOrder(codes)
            self.isAdditive = isAdditive
        }
    }

    /// How a figure that is no count follows from counts of the same table.
    public enum Derivation: Sendable, Equatable {
        /// One count in per cent of another.
        case percent(numerator: String, denominator: String)
        /// A mean over what a count counts.
        case mean(of: String)
        /// One count in per cent of another, brought to the ages of all groups together.
        case ageStandardised(numerator: String, denominator: String)
    }

    /// What a cell counts.
    public struct Measure: Sendable, Equatable {
        /// The name in the column `measure`.
        public let name: String
        /// Digits behind the point; values are kept multiplied by ten to this power.
        public let decimals: Int
        /// Whether it is a count of units, which can be protected, or a figure derived from them.
        public let isCount: Bool
        /// How it follows from counts of the table, where that is known.
        public let derivation: Derivation?

        /// Creates a measure.
        public init(
            name: String,
            decimals: Int = 0,
            isCount: Bool = true,
            derivation: Derivation? = nil
        ) {
            self.name = name
            self.decimals = decimals
            self.isCount = isCount
            self.derivation = derivation
        }
    }

    /// A region within a geography.
    public struct Region: Sendable, Hashable {
        /// The geography.
        public let geography: Geography
        /// The code or, for CSG regions, the name.
        public let code: String

        /// Creates a region.
        public init(geography: Geography, code: String) {
            self.geography = geography
            self.code = code
        }
    }

    /// One cell, decoded.
    public struct Cell: Sendable, Equatable {
        /// The region.
        public let region: Region
        /// The code of each dimension, in the order of ``CellTable/dimensions``.
        public let codes: [String]
        /// The measure's name.
        public let measure: String
        /// The value times ten to the measure's decimals.
        public let value: Int64
    }

    /// The indicator, as `BJ-01`.
    public let indicator: String

    /// The period of the figures.
    public let period: Period

    /// What is counted.
    public let unit: UnitOfCount

    /// The dimensions in the order of the columns.
    public let dimensions: [Dimension]

    /// The measures in byte order.
    public let measures: [Measure]

    /// The regions in the order of the table.
    public let regions: [Region]

    /// The packed keys, ascending.
    public let keys: [UInt64]

    /// The values, one to a key.
    public let values: [Int64]

    /// What else is known of the figures: vintages, look-back, completeness.
    public var notes: [String: String] = [:]

    /// Creates a table from packed cells in any order.
    ///
    /// - Precondition: no key occurs twice.
    public init(
        indicator: String,
        period: Period,
        unit: UnitOfCount,
        dimensions: [Dimension],
        measures: [Measure],
        regions: [Region],
        cells: [(key: UInt64, value: Int64)]
    ) {
        self.indicator = indicator
        self.period = period
        self.unit = unit
        self.dimensions = dimensions
        self.measures = measures
        self.regions = regions
        var sorted = cells.filter { $0.value != 0 }
        if !zip(sorted, sorted.dropFirst()).allSatisfy({ $0.key < $1.key }) {
            sorted.sort { $0.key < $1.key }
        }
        keys = sorted.map(\.key)
        values = sorted.map(\.value)
    }

    /// Sorts codes as whole lines would sort: by the bytes of the field and its comma.
    public static func inTableOrder(_ codes: [String]) -> [String] {
        codes.map { ($0, Array((csvField($0) + ",").utf8)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }

    /// Sorts regions as whole lines would sort.
    public static func inTableOrder(_ regions: [Region]) -> [Region] {
        regions.map { ($0, Array(($0.geography.rawValue + "," + csvField($0.code) + ",").utf8)) }
            .sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
    }

    /// The field as CSV writes it: quoted only where RFC 4180 needs it.
    public static func csvField(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D })
        else { return text }
        return "\""
            + text.split(separator: "\"", omittingEmptySubsequences: false)
            .joined(separator: "\"\"") + "\""
    }
}

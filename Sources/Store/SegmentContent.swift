public import Columns
public import Domain

/// The records of one or more deliveries of a source and half-year, ready to be sealed.
///
/// Rows stand by person in the order of the pseudonyms, rows of nobody last.
public struct SegmentContent: Sendable {
    /// A delivery whose records are in the segment.
    public struct Delivery: Sendable {
        /// The source holder.
        public let holder: String
        /// Records taken in.
        public let rows: Int
        /// Records left out.
        public let leftOut: Int
        /// The keyed digest of the file.
        public let digest: [UInt8]

        /// Creates a delivery.
        public init(holder: String, rows: Int, leftOut: Int, digest: [UInt8]) {
            self.holder = holder
            self.rows = rows
            self.leftOut = leftOut
            self.digest = digest
        }
    }

    /// A column, given range by range so that it never stands in memory twice.
    public struct Column: Sendable {
        /// The name.
        public let name: String
        /// The values of a range of rows.
        public let values: @Sendable (Range<Int>) -> [UInt32]

        /// Creates a column.
        public init(name: String, values: @escaping @Sendable (Range<Int>) -> [UInt32]) {
            self.name = name
            self.values = values
        }
    }

    /// The source.
    public let source: String
    /// The half-year.
    public let period: ReportingPeriod
    /// The deliveries; the column `delivery` holds their places in this list.
    public let deliveries: [Delivery]
    /// The persons, ascending.
    public let pseudonyms: [Pseudonym]
    /// For each person how many rows.
    public let rowsPerPerson: [UInt32]
    /// All rows, those of nobody included.
    public let rowCount: Int
    /// The columns.
    public let columns: [Column]

    /// Creates the content of a segment.
    public init(
        source: String,
        period: ReportingPeriod,
        deliveries: [Delivery],
        pseudonyms: [Pseudonym],
        rowsPerPerson: [UInt32],
        rowCount: Int,
        columns: [Column]
    ) {
        self.source = source
        self.period = period
        self.deliveries = deliveries
        self.pseudonyms = pseudonyms
        self.rowsPerPerson = rowsPerPerson
        self.rowCount = rowCount
        self.columns = columns
    }
}

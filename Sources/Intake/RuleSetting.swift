import Columns
import Definitions
public import Domain

/// What rules need to know besides the rows: the period, the columns, the limits.
public struct RuleSetting: Sendable {
    /// The source.
    public let source: String
    /// The half-year; for a table without one, the last that can be written.
    public let period: ReportingPeriod
    /// Where the columns are kept.
    public let layout: RowLayout
    /// First day of the half-year.
    let periodStart: UInt16
    /// Last day of the half-year.
    let periodEnd: UInt16
    /// Birthdays at which a record is no youth's any more (23).
    let tooOld: Birthdays
    /// Birthdays from which the holder is asked (18).
    let queried: Birthdays
    /// Birthdays at which protection ends (18).
    let adult: Birthdays
    /// Birthdays at which rehabilitation can begin (12).
    let youngest: Birthdays
    /// Birthdays behind which nobody is expected any more.
    let oldest: Birthdays
    /// Days on which nobody works.
    let holidays: WorkingDays
    /// The columns every row is asked for, as far as the file has them.
    let asked: [RowField]
    private let limits: [String: Int]
    private let fields: Set<RowField>

    init(
        source: SourceDefinition,
        period: ReportingPeriod,
        fields: Set<RowField>,
        context: IntakeContext
    ) {
        self.source = source.id
        self.period = period
        self.fields = fields
        layout = context.layout(of: source)
        limits = source.limits
        asked = source.columns.filter {
            ($0.isObligatory(in: period) || $0.oneOf != nil) && $0.kind != .holder
                && $0.kind != .period && $0.kind != .postcode && $0.name != "datum_aanvang"
        }.map { RowField($0.name) }.filter(fields.contains)
        tooOld = context.birthdays("maximum-age", of: source)
        queried = context.birthdays("query-age", of: source)
        adult = context.birthdays("adult-age", of: source)
        youngest = context.birthdays("youngest-age", of: source)
        oldest = context.birthdays("oldest-age", of: source)
        holidays = context.workingDays
        periodStart = PackedDay.pack(period.start.number)
        periodEnd = PackedDay.pack(period.end.number)
    }

    /// What stands for the half-year of a table that has none: code lists of no year apply.
    static let noPeriod = ReportingPeriod(ordinal: 9999 * 2 + 1)

    /// Whether the file has the column.
    func has(_ field: RowField) -> Bool { fields.contains(field) }

    /// A number with policy meaning in the record of the source.
    func limit(_ name: String) -> Int { limits[name] ?? .max / 2 }
}

/// *Bevinding*: something about the data that the source holder should hear.
///
/// A value, never thrown. It says where, never what stood there, because what stood there could
/// identify a child.
public struct Finding: Hashable, Sendable {
    /// What happens to data that breaks a rule; the one list of severities.
    public enum Severity: String, CaseIterable, Comparable, Sendable {
        /// The file is refused.
        case file
        /// The record is left out and counted.
        case record
        /// The value is emptied.
        case field
        /// Kept; the holder is asked to explain.
        case query
        /// Kept; for information.
        case note

        /// The gravest first.
        public static func < (left: Severity, right: Severity) -> Bool {
            (allCases.firstIndex(of: left) ?? 0) < (allCases.firstIndex(of: right) ?? 0)
        }
    }

    /// The stable code of the rule, as `INT-101`; it never changes meaning.
    public let code: String

    /// What happens to the data.
    public let severity: Severity

    /// The row, counted as a spreadsheet does (the header is row 1); `nil` for the whole file.
    public let row: Int?

    /// The column by its protocol name; `nil` for the whole record or file.
    public let field: String?

    /// What fills the placeholders of the message, such as a column name; never a value of a row.
    public let subject: String?

    /// Creates a finding.
    public init(
        code: String,
        severity: Severity,
        row: Int? = nil,
        field: String? = nil,
        subject: String? = nil
    ) {
        self.code = code
        self.severity = severity
        self.row = row
        self.field = field
        self.subject = subject
    }
}

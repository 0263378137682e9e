import Definitions
import Domain

/// A delivery as text, with values that break no rule wherever a test names none.
///
/// Each row has a person of its own.
struct DeliveryText {
    let source: String
    let period: String
    var columns: [String]
    var rows: [[String: String]]
    var separator = ";"
    var lineEnd = "\n"

    /// Youth assistance, with every column the protocol knows in the half-year.
    static func assistance(
        in period: String = "2019H1",
        _ rows: [String: String]...
    ) throws -> DeliveryText {
        try DeliveryText("jeugdhulp", period, rows)
    }

    /// Child protection measures, with every column the protocol knows in the half-year.
    static func protection(
        in period: String = "2019H1",
        _ rows: [String: String]...
    ) throws -> DeliveryText {
        try DeliveryText("jeugdbescherming", period, rows)
    }

    init(_ source: String, _ period: String, _ rows: [[String: String]]) throws {
        self.source = source
        self.period = period
        self.rows = rows
        let definition = try Shipped.definitions().sources[source]
        let halfYear = ReportingPeriod(period) ?? ReportingPeriod(ordinal: 2019 * 2)
        columns = definition?.columns(in: halfYear).map(\.name) ?? []
    }

    /// The same delivery without a column.
    func without(_ column: String) -> DeliveryText {
        var copy = self
        copy.columns.removeAll { $0 == column }
        return copy
    }

    /// The same delivery with one more column at the end.
    func adding(_ column: String) -> DeliveryText {
        var copy = self
        copy.columns.append(column)
        return copy
    }

    /// The header line.
    var header: String { columns.joined(separator: separator) }

    /// The lines of the rows.
    var lines: [String] {
        rows.enumerated().map { index, row in
            let usual = usual(index)
            return columns.map { row[$0] ?? usual[$0] ?? "" }.joined(separator: separator)
        }
    }

    /// The whole file.
    var text: String { ([header] + lines).map { $0 + lineEnd }.joined() }

    private func usual(_ index: Int) -> [String: String] {
        UsualValues(source: source, period: period).row(index)
    }
}

extension DeliveryText {
    /// Reads and checks the delivery as the product does.
    func checked(cores: Int = 1) throws -> CheckedDelivery {
        try CheckedDelivery(Array(text.utf8), source: source, cores: cores)
    }
}

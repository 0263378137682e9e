import Columns
import Definitions
import Domain
import Synchronization

/// Tables of the codes of columns, made once for a column and half-year: files come by the ten
/// thousands, and nearly all of them of a few half-years.
final class CodeTables: Sendable {
    private struct Key: Hashable {
        let source: String
        let column: String
        let period: Int
    }

    private let tables = Mutex<[Key: CodeTable]>([:])
    private let sets = Mutex<[Key: CodeSetTable]>([:])

    /// The table of a column of single codes.
    func table(
        of column: SourceDefinition.Column,
        _ source: String,
        in period: ReportingPeriod,
        codes: () -> [String]
    ) -> CodeTable {
        let key = Key(source: source, column: column.name, period: period.ordinal)
        return tables.withLock { known in
            if let table = known[key] { return table }
            let table = CodeTable(codes: codes(), aliases: column.aliases)
            known[key] = table
            return table
        }
    }

    /// The table of a column of sets of codes.
    func set(
        of column: SourceDefinition.Column,
        _ source: String,
        in period: ReportingPeriod,
        codes: () -> [String]
    ) -> CodeSetTable {
        let key = Key(source: source, column: column.name, period: period.ordinal)
        return sets.withLock { known in
            if let table = known[key] { return table }
            let table = CodeSetTable(codes: codes())
            known[key] = table
            return table
        }
    }
}

/// A filter tied to the columns of an entity set: says of each row whether it fits.
///
/// Where a column's values come from a list of codes, each code is judged once and not each row.
indirect enum RowTest: Sendable {
    case any([RowTest])
    case all([RowTest])
    case not(RowTest)
    case always(Bool)
    case coded([Bool], @Sendable (Int) -> Int)
    case judged(@Sendable (Int) -> Bool)

    /// Ties an expression to columns.
    ///
    /// - Throws: ``ODataError`` where a column is not there or of another kind than its literal.
    init(_ expression: FilterExpression, _ set: EntitySet) throws(ODataError) {
        switch expression {
        case .any(let parts): self = .any(try RowTest.tests(parts, set))
        case .all(let parts): self = .all(try RowTest.tests(parts, set))
        case .not(let part): self = .not(try RowTest(part, set))
        case .compare(let left, let comparison, let right):
            self = try RowComparison(set: set, comparison: comparison).test(left, right)
        case .function(let function, let first, let second):
            self = try RowFunction(set: set, function: function).test(first, second)
        }
    }

    private static func tests(
        _ parts: [FilterExpression],
        _ set: EntitySet
    ) throws(ODataError) -> [RowTest] {
        try parts.map { part throws(ODataError) in try RowTest(part, set) }
    }

    /// Whether a row fits.
    func fits(_ row: Int) -> Bool {
        switch self {
        case .any(let tests): tests.contains { $0.fits(row) }
        case .all(let tests): tests.allSatisfy { $0.fits(row) }
        case .not(let test): !test.fits(row)
        case .always(let holds): holds
        case .coded(let codes, let place): codes[place(row)]
        case .judged(let judge): judge(row)
        }
    }
}

extension EntitySet {
    /// The column that an operand names.
    ///
    /// - Throws: ``ODataError`` when there is no such column.
    func filterColumn(_ name: String) throws(ODataError) -> Column {
        guard let place = column(name) else { throw .unknownColumn(option: "$filter") }
        return columns[place]
    }
}

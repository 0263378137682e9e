/// The rows of one answer: filtered, sorted, passed over and cut off at the size of a page.
struct ODataPage: Sendable {
    /// The rows, in their order.
    let rows: [Int]
    /// How many rows fit the filter; only when that was asked.
    let total: Int?
    /// How many rows the next page passes over, or `nil` when this is the last.
    let next: Int?

    /// Finds the rows.
    ///
    /// - Throws: ``ODataError`` where a column is not there or of another kind than its literal.
    init(_ set: EntitySet, _ query: ODataQuery, limit: Int) throws(ODataError) {
        let test = try query.filter.map { filter throws(ODataError) in try RowTest(filter, set) }
        let wanted = min(query.top ?? .max, limit)
        guard test == nil, query.order.isEmpty else {
            var fitting: [Int] = []
            var passed = 0
            // Without an order or a count the search ends one row past the page.
            let isBounded = query.order.isEmpty && !query.countsAll
            for row in 0..<set.count where test?.fits(row) ?? true {
                passed += 1
                guard isBounded else {
                    fitting.append(row)
                    continue
                }
                guard passed > query.skip else { continue }
                guard fitting.count < wanted else { break }
                fitting.append(row)
            }
            total = query.countsAll ? passed : nil
            if !isBounded {
                try ODataPage.sort(&fitting, set, query.order)
                fitting = Array(fitting.dropFirst(query.skip).prefix(wanted))
                let end = query.skip.addingReportingOverflow(fitting.count).partialValue
                let isLast = passed <= end || fitting.isEmpty
                rows = fitting
                next = isLast || fitting.count == query.top ? nil : end
                return
            }
            rows = fitting
            let isLast = passed <= query.skip || passed - query.skip <= fitting.count
            next = isLast || fitting.count == query.top ? nil : query.skip + fitting.count
            return
        }
        let first = min(query.skip, set.count)
        let last = first + min(wanted, set.count - first)
        rows = Array(first..<last)
        total = query.countsAll ? set.count : nil
        let end = query.skip.addingReportingOverflow(rows.count).partialValue
        next = end >= set.count || rows.isEmpty || rows.count == query.top ? nil : end
    }

    private static func sort(
        _ rows: inout [Int],
        _ set: EntitySet,
        _ order: [ODataQuery.Order]
    ) throws(ODataError) {
        var columns: [(column: EntitySet.Column, isDescending: Bool)] = []
        for one in order {
            guard let place = set.column(one.column) else {
                throw .unknownColumn(option: "$orderby")
            }
            columns.append((set.columns[place], one.isDescending))
        }
        rows.sort { left, right in
            for (column, isDescending) in columns {
                let (first, second) = (column.value(left), column.value(right))
                if first == second { continue }
                return isDescending ? second.precedes(first) : first.precedes(second)
            }
            return left < right
        }
    }
}

extension ODataValue {
    /// Whether it comes first in ascending order: `null` before all, then numbers, then texts by
    /// their bytes.
    fileprivate func precedes(_ other: ODataValue) -> Bool {
        switch (self, other) {
        case (.null, _): other != .null
        case (_, .null): false
        case (.text(let left), .text(let right)):
            left.utf8.lexicographicallyPrecedes(right.utf8)
        default: (number ?? 0) < (other.number ?? 0)
        }
    }
}

/// *Herleidingsrisico*: how many records could be singled out by what others may know.
///
/// Counted on the records themselves: a sample unique is a record whose combination of
/// quasi-identifiers no other has; k-anonymity is the size of the smallest class (Samarati and
/// Sweeney 1998, "Protecting privacy when disclosing information").
public struct ReidentificationRisk: Sendable, Equatable {
    /// Records.
    public let records: Int
    /// Records whose combination no other has.
    public let uniques: Int
    /// Records in classes smaller than the limit, uniques included.
    public let inSmallClasses: Int
    /// The size of the smallest class; 0 without records.
    public let smallestClass: Int
    /// The limit, k.
    public let limit: Int

    /// Counts the classes of some columns.
    ///
    /// - Parameters:
    ///   - columns: the quasi-identifiers, each with a value for every record.
    ///   - limit: k, below which a class is small.
    /// - Complexity: O(*n*) in records, for each column.
    public init(columns: [[UInt32]], limit: Int) {
        let count = columns.first?.count ?? 0
        precondition(columns.allSatisfy { $0.count == count }, "columns are of one length")
        var classes = [UInt32](repeating: 0, count: count)
        var sizes = [count]
        for column in columns {
            var numbers: [UInt64: UInt32] = [:]
            numbers.reserveCapacity(sizes.count * 2)
            sizes = []
            for row in 0..<count {
                let key = UInt64(classes[row]) << 32 | UInt64(column[row])
                let number = numbers[key] ?? UInt32(sizes.count)
                if number == UInt32(sizes.count) {
                    numbers[key] = number
                    sizes.append(0)
                }
                classes[row] = number
                sizes[Int(number)] += 1
            }
        }
        sizes = sizes.filter { $0 > 0 }
        records = count
        uniques = sizes.count { $0 == 1 }
        inSmallClasses = sizes.filter { $0 < limit }.reduce(0, +)
        smallestClass = sizes.min() ?? 0
        self.limit = limit
    }
}

/// The risk before and after something is added.
public struct RiskGrowth: Sendable, Equatable {
    /// With what is there now.
    public let before: ReidentificationRisk
    /// With what would be added.
    public let after: ReidentificationRisk

    /// Creates a comparison.
    public init(before: ReidentificationRisk, after: ReidentificationRisk) {
        self.before = before
        self.after = after
    }

    /// The numbers by the names under which texts fill them in.
    public var values: [String: String] {
        [
            "records": "\(before.records)", "k": "\(before.limit)",
            "uniquesBefore": "\(before.uniques)", "uniquesAfter": "\(after.uniques)",
            "smallBefore": "\(before.inSmallClasses)", "smallAfter": "\(after.inSmallClasses)",
            "classBefore": "\(before.smallestClass)", "classAfter": "\(after.smallestClass)",
        ]
    }
}

import Columns

/// How many rows have each packed day: a list of the days while there are few, a count of each when
/// there are many.
///
/// Most files have some 250 rows and are kept by the thousands, and 65 536 counts take 256 KB.
package struct DayCounts: Sendable, Equatable {
    /// Rows up to which days are listed.
    private static let few = 8192

    /// The days of the rows, ascending, while there are few.
    private var listed: [UInt16] = []
    /// How many rows have each day, when there are many; else nothing.
    private var counts: [UInt32] = []

    /// Counts nothing yet.
    package init() {}

    /// Counts the days of some rows.
    package init(_ days: [UInt16]) {
        if days.count <= DayCounts.few {
            listed = days.sorted()
        } else {
            counts = [UInt32](repeating: 0, count: 65_536)
            for day in days { counts[Int(day)] += 1 }
        }
    }

    /// Adds the rows of another piece.
    package mutating func add(_ other: DayCounts) {
        if counts.isEmpty, other.counts.isEmpty, listed.count + other.listed.count <= DayCounts.few
        {
            listed = (listed + other.listed).sorted()
            return
        }
        if counts.isEmpty {
            counts = [UInt32](repeating: 0, count: 65_536)
            for day in listed { counts[Int(day)] += 1 }
            listed = []
        }
        for day in other.listed { counts[Int(day)] += 1 }
        if !other.counts.isEmpty {
            for day in counts.indices { counts[day] += other.counts[day] }
        }
    }

    /// How many rows have a day.
    package subscript(day: Int) -> UInt32 {
        counts.isEmpty ? UInt32(below(day + 1) - below(day)) : counts[day]
    }

    /// How many rows have one of some days.
    package func sum(_ days: ClosedRange<UInt16>) -> Int {
        if counts.isEmpty { return below(Int(days.upperBound) + 1) - below(Int(days.lowerBound)) }
        return days.reduce(0) { $0 + Int(counts[Int($1)]) }
    }

    /// How many rows have the most common day, the empty one apart.
    package var mostCommon: Int {
        guard counts.isEmpty else { return Int(counts.dropFirst().max() ?? 0) }
        var most = 0
        var start = below(1)
        while start < listed.count {
            let end = below(Int(listed[start]) + 1)
            most = max(most, end - start)
            start = end
        }
        return most
    }

    /// How many of the listed days are below a number.
    private func below(_ day: Int) -> Int {
        var low = 0
        var high = listed.count
        while low < high {
            let middle = (low + high) / 2
            if Int(listed[middle]) < day { low = middle + 1 } else { high = middle }
        }
        return low
    }
}

import Columns

/// How many rows have each packed day: a list of the days while there are few, a count of each when
/// there are many.
///
/// Most files have some 250 rows and are kept by the thousands, and 65 536 counts take 256 KB.
package struct DayCounts: Sendable, Equatable {
    /// Rows up to which days are listed.
    private static let few = 8192

    /// The days of the rows, in no order, while there are few: passing over them is faster than
    /// sorting them for the handful of questions that are asked.
    private var listed: [UInt16] = []
    /// How many rows have each day, when there are many; else nothing.
    private var counts: [UInt32] = []

    /// Counts nothing yet.
    package init() {}

    /// Counts the days of rows, but for some of them.
    ///
    /// - Parameters:
    ///   - days: a day for each row.
    ///   - left: the rows that do not count, ascending.
    package init(_ days: [UInt16], without left: [Int] = []) {
        if days.count <= DayCounts.few {
            var listed = days
            for row in left.reversed() { listed.remove(at: row) }
            self.listed = listed
        } else {
            counts = [UInt32](repeating: 0, count: 65_536)
            for day in days { counts[Int(day)] += 1 }
            for row in left { counts[Int(days[row])] -= 1 }
        }
    }

    /// Adds the rows of another piece.
    package mutating func add(_ other: DayCounts) {
        if counts.isEmpty, other.counts.isEmpty, listed.count + other.listed.count <= DayCounts.few
        {
            listed += other.listed
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
        counts.isEmpty ? UInt32(listed.count { Int($0) == day }) : counts[day]
    }

    /// How many rows have one of some days.
    package func sum(_ days: ClosedRange<UInt16>) -> Int {
        if counts.isEmpty { return listed.count { days.contains($0) } }
        return days.reduce(0) { $0 + Int(counts[Int($1)]) }
    }

    /// How many rows have a day that is marked.
    package func sum(of isMarked: [Bool]) -> Int {
        if counts.isEmpty { return listed.count { isMarked[Int($0)] } }
        return counts.indices.reduce(0) { isMarked[$1] ? $0 + Int(counts[$1]) : $0 }
    }

    /// How many rows have the most common day, the empty one apart.
    package var mostCommon: Int {
        guard counts.isEmpty else { return Int(counts.dropFirst().max() ?? 0) }
        var most = 0
        var length = 0
        var last = PackedDay.absent
        for day in listed.sorted() where day != PackedDay.absent {
            length = day == last ? length + 1 : 1
            last = day
            most = max(most, length)
        }
        return most
    }

    /// Whether as many rows have each day.
    package static func == (one: DayCounts, other: DayCounts) -> Bool {
        one.counts == other.counts && one.listed.sorted() == other.listed.sorted()
    }
}

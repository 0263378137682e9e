import Columns
import Definitions
import Domain

/// Classes of age and duration by table look-up on packed days.
struct CalendarTables: Sendable {
    private let year: [Int16]
    private let month: [Int8]
    private let day: [Int8]
    private let bounds: [Int]

    init(_ breakdowns: BreakdownDefinitions) {
        var year = [Int16](repeating: 0, count: 65_536)
        var month = [Int8](repeating: 0, count: 65_536)
        var day = [Int8](repeating: 0, count: 65_536)
        for packed in 1...Int(PackedDay.latest) + 1 {
            let parts = CalendarDay(number: PackedDay.number(UInt16(packed))).components
            year[packed] = Int16(parts.year)
            month[packed] = Int8(parts.month)
            day[packed] = Int8(parts.day)
        }
        self.year = year
        self.month = month
        self.day = day
        bounds = breakdowns.durationClasses.map(\.fromMonths)
    }

    /// For each packed day of birth the age class on a day: completed years by month and day;
    /// unknown, unborn or born later is the last number.
    func ageClasses(on last: CalendarDay, axis: Axis, classes: [BreakdownDefinitions.AgeClass])
        -> [UInt8]
    {
        let on = last.components
        return (0..<65_536).map { packed in
            let unknown = UInt8(classes.count)
            guard packed > 0, packed <= Int(PackedDay.latest),
                PackedDay.number(UInt16(packed)) <= last.number
            else { return unknown }
            var age = on.year - Int(year[packed])
            if (on.month, on.day) < (Int(month[packed]), Int(day[packed])) { age -= 1 }
            let found = classes.firstIndex { $0.from <= age && age <= ($0.to ?? .max) }
            return found.map { UInt8($0) } ?? unknown
        }
    }

    /// The class of a duration: completed months from the start to the day after the end.
    @inline(__always)
    func durationClass(start: UInt16, end: UInt16) -> Int {
        let from = Int(start)
        let to = Int(end) + 1
        var months = 12 * (Int(year[to]) - Int(year[from])) + Int(month[to]) - Int(month[from])
        if day[to] < day[from] { months -= 1 }
        var found = 0
        for (index, bound) in bounds.enumerated() where bound <= months { found = index }
        return found
    }
}

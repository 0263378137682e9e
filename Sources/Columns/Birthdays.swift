import Domain

/// For each packed day of birth the packed day on which a person reaches an age.
///
/// By month and day: who was born on 29 February has a birthday on 1 March in other years.
public struct Birthdays: Sendable {
    private let days: [UInt16]

    /// Builds the table for an age in completed years.
    public init(age: Int) {
        var days = [UInt16](repeating: PackedDay.beyond, count: 65_536)
        for packed in 1...Int(PackedDay.latest) {
            let birth = CalendarDay(number: PackedDay.number(UInt16(packed))).components
            let birthday =
                CalendarDay(year: birth.year + age, month: birth.month, day: birth.day)
                ?? CalendarDay(year: birth.year + age, month: 3, day: 1)
            days[packed] = birthday.map { PackedDay.pack($0.number) } ?? PackedDay.beyond
        }
        self.days = days
    }

    /// The day on which someone born on a day reaches the age; ``PackedDay/beyond`` where the day
    /// of birth is not known.
    @inline(__always)
    public subscript(birth: UInt16) -> UInt16 { days[Int(birth)] }
}

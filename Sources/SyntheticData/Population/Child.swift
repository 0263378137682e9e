/// *Jeugdige*: a child or young adult in the fictive country.
struct Child: Sendable {
    /// What is known of the citizen service number.
    enum Number: UInt8 {
        case known
        case unknown
        case unborn
    }

    /// How much of the date of birth is known.
    enum BirthPrecision: UInt8 {
        case day
        case month
        case year
    }

    /// The fictive number; 0 when there is none.
    var digits: UInt32
    /// The day of birth.
    var birth: Int32
    /// The municipality of the reference year.
    var home: UInt16
    /// V, M or O.
    var sex: UInt8
    var number: Number
    var precision: BirthPrecision

    /// Whether the child is the same person in every record.
    var isKnown: Bool { number == .known }

    /// The date of birth as delivered.
    var deliveredBirth: UInt32 {
        guard number != .unborn else { return 99_999_999 }
        let day = DayTable.digits(birth)
        switch precision {
        case .day: return day
        case .month: return day / 100 * 100
        case .year: return day / 10_000 * 10_000
        }
    }
}

/// The children of the fictive country who get help or a measure.
struct Population {
    private(set) var children: [Child] = []
    private var numbers: FictiveNumberSeries
    private let places: Places
    private let parameters: WorldParameters

    init(places: Places, parameters: WorldParameters, seed: UInt64) {
        self.places = places
        self.parameters = parameters
        numbers = FictiveNumberSeries(seed: seed)
    }

    /// Adds a child whose help starts on a day at an age that fits, and gives its number.
    ///
    /// A child that must be the same person in every record is asked for as known.
    mutating func add(
        startingOn day: Int32,
        ageLow: Int,
        ageHigh: Int,
        known: Bool = false,
        _ random: inout SeededRandom
    ) throws(PlanError) -> Int {
        var number = Child.Number.known
        if !known, random.perMille(parameters[.numberUnknown]) {
            number = .unknown
        } else if !known, random.below(100_000) < parameters[.numberUnborn] {
            number = .unborn
        }
        var youngest = ageLow
        var oldest = ageHigh + 1
        if ageHigh >= 17, random.perMille(parameters[.adult]) {
            youngest = 18
            oldest = 22
        }
        // A year is counted as 366 days, so that nobody is older than meant.
        let age = random.between(Int32(youngest * 366), Int32(oldest * 365 - 1))
        return try append(
            birth: number == .unborn ? day + 60 : day - age,
            number: number,
            &random
        )
    }

    /// Adds a child born in a stretch of days.
    mutating func add(
        bornFrom first: Int32,
        to last: Int32,
        _ random: inout SeededRandom
    ) throws(PlanError) {
        let isUnknown = random.perMille(parameters[.numberUnknown])
        _ = try append(
            birth: random.between(first, last),
            number: isUnknown ? .unknown : .known,
            &random
        )
    }

    private mutating func append(
        birth: Int32,
        number: Child.Number,
        _ random: inout SeededRandom
    ) throws(PlanError) -> Int {
        var digits: UInt32 = 0
        if number == .known {
            guard let next = numbers.next() else { throw .numbersUsedUp }
            digits = next
        }
        let sex =
            random.perMille(parameters[.sexUnknown])
            ? UInt8(ascii: "O")
            : random.perMille(parameters[.girls]) ? UInt8(ascii: "V") : UInt8(ascii: "M")
        let precision: Child.BirthPrecision =
            random.perMille(parameters[.birthMonthUnknown])
            ? .year : random.perMille(parameters[.birthDayUnknown]) ? .month : .day
        children.append(
            Child(
                digits: digits,
                birth: birth,
                home: places.draw(&random),
                sex: sex,
                number: number,
                precision: precision
            )
        )
        return children.count - 1
    }

    /// Whether a child can start with help on a day, by age.
    func fits(_ child: Int, startingOn day: Int32, ageLow: Int, ageHigh: Int) -> Bool {
        let age = day - children[child].birth
        return age >= Int32(ageLow * 366) && age < Int32((ageHigh + 1) * 365)
    }
}

import Domain

/// A field on which records are compared, with the values of one side.
///
/// 0, or `Int32.min` for days, is missing. Missing is not disagreement: it says nothing.
public enum ResemblanceColumn: Sendable {
    /// Codes that are the same or not.
    case codes([UInt32])
    /// Days since 1970.
    case days([Int32])
    /// Names: the distinct ones as bytes, and for each record the place of its name plus one.
    case names(values: [[UInt8]], places: [UInt32])

    /// How many records.
    public var count: Int {
        switch self {
        case .codes(let codes): codes.count
        case .days(let days): days.count
        case .names(_, let places): places.count
        }
    }

    /// The names of the levels, level 0 being missing, then from disagreement to agreement.
    var levels: [String] {
        switch self {
        case .codes: ["missing", "different", "same"]
        case .days: ["missing", "different", "near", "same"]
        case .names: ["missing", "different", "alike", "nearly the same", "same"]
        }
    }
}

/// Compares one field of a record of one side with that of the other.
///
/// Levels are few on purpose: a model with a level per similarity has nothing left to count. Names
/// are alike from 0.88 and nearly the same from 0.94 Jaro-Winkler; days are near when one is the
/// other with day and month exchanged, or has the same year and either the same month or day.
struct ResemblanceComparison: Sendable {
    private let left: ResemblanceColumn
    private let right: ResemblanceColumn

    init(_ left: ResemblanceColumn, _ right: ResemblanceColumn) {
        self.left = left
        self.right = right
    }

    /// The level at which two records agree.
    func level(_ one: Int, _ other: Int) -> UInt16 {
        switch (left, right) {
        case (.codes(let ones), .codes(let others)):
            guard ones[one] != 0, others[other] != 0 else { return 0 }
            return ones[one] == others[other] ? 2 : 1
        case (.days(let ones), .days(let others)):
            guard ones[one] != .min, others[other] != .min else { return 0 }
            return ResemblanceComparison.days(ones[one], others[other])
        case (.names(let ones, let places), .names(let others, let otherPlaces)):
            guard places[one] != 0, otherPlaces[other] != 0 else { return 0 }
            let similarity = JaroWinkler.similarity(
                ones[Int(places[one]) - 1],
                others[Int(otherPlaces[other]) - 1]
            )
            return similarity == 1 ? 4 : similarity >= 0.94 ? 3 : similarity >= 0.88 ? 2 : 1
        default: preconditionFailure("both sides hold the same kind of field")
        }
    }

    private static func days(_ one: Int32, _ other: Int32) -> UInt16 {
        guard one != other else { return 3 }
        let (year, month, day) = CalendarDay(number: one).components
        let (otherYear, otherMonth, otherDay) = CalendarDay(number: other).components
        guard year == otherYear else { return 1 }
        let isExchanged = month == otherDay && day == otherMonth
        return isExchanged || month == otherMonth || day == otherDay ? 2 : 1
    }
}

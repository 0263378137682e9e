/// What a first delivery says differently from the redelivery that replaces it.
enum FirstVintage {
    /// The record is as it will be.
    case same
    /// The record is not there yet.
    case omitted
    /// The end is not registered yet.
    case stillOpen
    /// Another reason of ending.
    case otherReason
    /// The start three days later.
    case otherStart
    /// A record beside it that will be withdrawn.
    case withdrawn

    /// What happens to a record in a half-year, the same each time it is asked.
    init(_ record: Int, in ordinal: Int, seed: UInt64, parameters: WorldParameters) {
        var choice = Mixed(seed, record, .firstVintage, ordinal)
        var drawn = choice.take(1000)
        let kinds: [(WorldParameters.Name, FirstVintage)] = [
            (.firstOmitted, .omitted), (.firstStillOpen, .stillOpen),
            (.firstOtherReason, .otherReason), (.firstOtherStart, .otherStart),
            (.firstWithdrawn, .withdrawn),
        ]
        for (name, kind) in kinds {
            drawn -= parameters[name]
            if drawn < 0 {
                self = kind
                return
            }
        }
        self = .same
    }
}

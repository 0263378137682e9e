/// *Outcome*: what was asked when help ended, of one record.
struct Outcome: Sendable, Equatable {
    /// *Tevredenheid*: a mark from 1 to 10; 0 none.
    var satisfaction: UInt8 = 0
    /// *Zonder hulp verder*: the byte of the answer; 0 none.
    var withoutHelp: UInt8 = 0
    /// *Informant*: the byte of who gave it; 0 none.
    var informant: UInt8 = 0

    /// Whether it comes before another among records with the same end and reason: the lowest mark,
    /// answer and informant, each empty last.
    func isBefore(_ other: Outcome) -> Bool {
        func key(_ outcome: Outcome) -> (UInt8, UInt8, UInt8) {
            // One less than nothing is the greatest.
            (outcome.satisfaction &- 1, outcome.withoutHelp &- 1, outcome.informant &- 1)
        }
        return key(self) < key(other)
    }
}

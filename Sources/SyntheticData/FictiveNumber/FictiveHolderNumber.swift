/// Fictive KvK numbers of source holders: eight digits that begin with `00`.
///
/// Trade register numbers of eight digits began with the two digits of a regional chamber, 01 and
/// up, and later ran on above those; none with `00` is known to us. That is an observation, not a
/// promise of the register.
enum FictiveHolderNumber {
    /// The number of a provider of youth assistance.
    static func provider(_ index: Int) -> UInt32 { 100_003 + UInt32(index) * 7 }

    /// The number of a certified institution.
    static func institution(_ index: Int) -> UInt32 { 900_001 + UInt32(index) * 11 }

    /// The eight digits.
    static func text(_ number: UInt32) -> String {
        let digits = String(number)
        return String(repeating: "0", count: 8 - digits.count) + digits
    }
}

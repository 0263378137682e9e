/// Fictive citizen service numbers: nine digits that begin with 9 and pass the *elfproef*.
///
/// Numbers for testing begin with a 9 by convention. Read in: the documentation of
/// `Data::Random::NL` 1.6 on MetaCPAN ("BSN numbers in test situations start by convention with
/// a 9"); the list *Test burgerservicenummers en A-nummers* that RvIG publishes (rvig.nl, May
/// 2023), which lies in the series 9999; the package `bsn-js` on npm, which says that 99999 and
/// 0000 are reserved for tests.
///
/// Uncertain: no official text was found that promises that the whole series 9 is never issued,
/// and the series 99999 alone has some 900 numbers, too few for a country. So a number from here
/// is *meant* for nobody, not proven to be nobody's; files carry the label "fictive" besides. The
/// special codes 000000000 and 999999999 cannot occur: the first has another first digit, the
/// second fails the test.
struct FictiveNumberSeries: Sendable {
    /// How many first-eight-digit bodies begin with a 9.
    private static let bodies = 10_000_000

    private var visited = 0
    private let offset: Int

    init(seed: UInt64) {
        var random = SeededRandom(seed: seed, stream: 11)
        offset = random.below(Self.bodies)
    }

    /// The next number, never one given before, or `nil` when the series is used up.
    ///
    /// The bodies are visited in steps that share no factor with their count, so that neighbours
    /// in the country are no neighbours in the series.
    mutating func next() -> UInt32? {
        while visited < Self.bodies {
            let body = (offset + visited * 6_180_339) % Self.bodies
            visited += 1
            if let number = CitizenServiceNumber.completing(UInt32(90_000_000 + body)) {
                return number
            }
        }
        return nil
    }
}

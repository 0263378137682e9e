import Disclosure
import Testing

/// Attacks whose answer is published or worked out by hand.
///
/// Hundepool and others, "Statistical Disclosure Control" (2012), chapters 4 and 5; Willenborg and
/// de Waal, "Elements of Statistical Disclosure Control" (2001), chapters 6 to 9; Salazar-González,
/// "Statistical confidentiality: optimization techniques to protect tables", Computers & Operations
/// Research 35 (2008) 1638–1651; τ-Argus manual, section on audit.
@Suite("Known attacks")
struct KnownAttacksTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let name: String
        let table: String
        let expected: [String]
        var settings = AttackSettings()
        var testDescription: String { name }
    }

    /// A table of investments by activity and region that goes round in the literature: withheld
    /// are four cells of the corners of a rectangle, and 22 is known to lie in 5 … 30.
    static let investments = """
        20 50 10 80
        . 19 . 49
        . 32 . 61
        45 101 44 190
        """

    static let published: [Case] = [
        Case(
            name: "Salazar: investments, 8 22 17 12 withheld",
            table: investments,
            expected: ["0..25", "5..30", "0..25", "4..29"]
        ),
        Case(
            name: "τ-Argus manual: 3 ≤ x ≤ 6 in its audit example",
            table: ". . 7\n. . 3\n6 4 10",
            expected: ["3..6", "1..4", "0..3", "0..3"]
        ),
        Case(
            name: "one withheld cell in a row is worked out by subtraction",
            table: "20 50 10 80\n8 19 . 49\n17 32 12 61\n45 101 44 190",
            expected: ["22..22"]
        ),
        Case(
            name: "two in a row and none elsewhere: the columns give them",
            table: "20 50 10 80\n. 19 . 49\n17 32 12 61\n45 101 44 190",
            expected: ["8..8", "22..22"]
        ),
    ]

    static let byHand: [Case] = [
        Case(name: "the difference of a total", table: "3 . 10", expected: ["7..7"]),
        Case(name: "two parts of a total", table: "3 . . 10", expected: ["0..7", "0..7"]),
        Case(
            name: "two parts, zeros always printed",
            table: "3 . . 10",
            expected: ["1..6", "1..6"],
            settings: AttackSettings(zerosPublished: true)
        ),
        Case(
            name: "two parts of 2, zeros always printed: both are 1",
            table: ". . 2",
            expected: ["1..1", "1..1"],
            settings: AttackSettings(zerosPublished: true)
        ),
        Case(
            name: "only small counts withheld",
            table: ". . 7",
            expected: ["3..4", "3..4"],
            settings: AttackSettings(onlySmallWithheld: true)
        ),
        Case(
            name: "only small counts withheld and zeros printed: a sum of 8 gives both away",
            table: ". . 8",
            expected: ["4..4", "4..4"],
            settings: AttackSettings(zerosPublished: true, onlySmallWithheld: true)
        ),
        Case(name: "a total of zero", table: ". . . 0", expected: ["0..0", "0..0", "0..0"]),
        Case(name: "a withheld total", table: "3 4 .", expected: ["7..7"]),
        Case(name: "a withheld total and part", table: "3 . .", expected: ["0..-", "3..-"]),
        Case(name: "an absent part is worked out too", table: "17 ? 18", expected: ["1..1"]),
        Case(
            name: "rounded alone: nearest",
            table: "~10",
            expected: ["8..12"]
        ),
        Case(name: "rounded alone: to either side", table: "^10", expected: ["6..14"]),
        Case(name: "a rounded zero: nearest", table: "~0", expected: ["0..2"]),
        Case(name: "a rounded zero: to either side", table: "^0", expected: ["0..4"]),
        Case(
            name: "two fives make fifteen: both are 6 or 7",
            table: "~5 ~5 ~15",
            expected: ["6..7", "6..7", "13..14"]
        ),
        Case(
            name: "two zeros make five: 1 or 2 each",
            table: "~0 ~0 ~5",
            expected: ["1..2", "1..2", "3..4"]
        ),
        Case(
            name: "four zeros make ten: all are 2",
            table: "~0 ~0 ~0 ~0 ~10",
            expected: ["2..2", "2..2", "2..2", "2..2", "8..8"]
        ),
        Case(
            name: "two fives make five: 3 or 4 each",
            table: "~5 ~5 ~5",
            expected: ["3..4", "3..4", "6..7"]
        ),
        Case(
            name: "three fives make five",
            table: "~5 ~5 ~10 ~15",
            expected: ["3..6", "3..6", "8..11", "14..17"]
        ),
        Case(
            name: "to either side, two zeros make ten",
            table: "^0 ^0 ^10",
            expected: ["2..4", "2..4", "6..8"]
        ),
        Case(
            name: "a margin that is a sum says nothing of its own",
            table: "^0 ^0 =0",
            expected: ["0..4", "0..4", "0..8"]
        ),
        Case(
            name: "an exact total under rounded parts",
            table: "~5 ~5 14",
            expected: ["7..7", "7..7"]
        ),
        Case(
            name: "an interval and a total",
            table: "3..7 . 9",
            expected: ["3..7", "2..6"]
        ),
        Case(
            name: "two by two, all inside withheld",
            table: ". . 5\n. . 5\n5 5 10",
            expected: ["0..5", "0..5", "0..5", "0..5"]
        ),
        Case(
            name: "two by two, a column of one",
            table: ". . 5\n. . 6\n1 10 11",
            expected: ["0..1", "4..5", "0..1", "5..6"]
        ),
        Case(
            name: "a cross of rounded margins closes on the corner",
            table: "~0 ~0 ~0\n~0 ~0 ~5\n~0 ~5 ~5",
            expected: [
                "0..1", "1..2", "1..2", "1..2", "1..2", "3..4", "1..2", "3..4", "4..6",
            ]
        ),
        Case(
            name: "three by three, withheld in a triangle of six: one degree of freedom",
            table: ". . 4 10\n4 . . 10\n. 4 . 10\n10 10 10 30",
            expected: ["0..6", "0..6", "0..6", "0..6", "0..6", "0..6"]
        ),
        Case(
            name: "withheld margins too",
            table: "2 . .\n3 4 7\n5 . .",
            expected: ["0..-", "2..-", "4..-", "9..-"]
        ),
    ]

    @Test(arguments: published + byHand)
    func `the interval of every cell`(_ attack: Case) throws {
        #expect(try PrintedTable(attack.table).intervals(attack.settings) == attack.expected)
    }

    @Test func `there are at least twenty-five`() {
        #expect((Self.published + Self.byHand).count >= 25)
    }
}

import Disclosure
import Testing

@Suite("Systems that cannot be true")
struct AttackErrorTests {
    static let cases: [(String, AttackError)] = [
        ("7 8 12", .partsExceedTotal(relation: "row 1", partsAtLeast: 15, totalAtMost: 12)),
        ("7 . 5", .partsExceedTotal(relation: "row 1", partsAtLeast: 7, totalAtMost: 5)),
        ("7 8 20", .contradiction(relation: "row 1")),
        ("~0 ~0 ~10", .contradiction(relation: "row 1")),
        ("-3 . 5", .negative(cell: "r1c1")),
        ("7..3 . 50", .empty(cell: "r1c1")),
        ("^5 ^5 =15", .wrongSum(relation: "row 1", printed: 15, parts: 10)),
        (". 2 5\n. 2 2\n9 4 13", .contradiction(relation: "column 1")),
    ]

    @Test(arguments: cases)
    func `the first relation or cell that cannot hold is named`(
        _ table: String,
        _ expected: AttackError
    ) throws {
        #expect(throws: expected) { try Attacker(PrintedTable(table).system).run() }
    }

    @Test func `knowing something impossible of a cell is refused`() throws {
        let attacker = Attacker(PrintedTable("~5 . 20").system)
        #expect(throws: AttackError.empty(cell: "r1c1")) { try attacker.run(knowing: [0: 9]) }
    }
}

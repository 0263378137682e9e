import Columns
import Testing

@Suite struct PseudonymTests {
    private let pseudonym = Pseudonym(high: 0xDEAD_BEEF_0000_0001, low: 0x1234_5678_9ABC_DEF0)

    @Test func `it never prints`() {
        #expect("\(pseudonym)" == "‹redacted›")
        #expect(String(reflecting: pseudonym) == "‹redacted›")
        #expect(String(describing: [pseudonym]) == "[‹redacted›]")
        #expect(String(describing: Optional(pseudonym)) == "Optional(‹redacted›)")
        #expect(Mirror(reflecting: pseudonym).children.isEmpty)
        var dumped = ""
        dump(pseudonym, to: &dumped)
        dump([pseudonym: [pseudonym]], to: &dumped)
        for trace in ["dead", "beef", "1234", "9abc", "def0", "16045690981097406465"] {
            #expect(!dumped.lowercased().contains(trace))
        }
    }

    @Test func `it cannot be encoded`() {
        #expect(!((pseudonym as Any) is any Encodable))
    }

    @Test func `it stands in the order of its bytes`() {
        let ascending = [
            Pseudonym(high: 0, low: 0), Pseudonym(high: 0, low: .max),
            Pseudonym(high: 1, low: 0), Pseudonym(high: .max, low: 0),
            Pseudonym(high: .max, low: .max),
        ]
        #expect(ascending.reversed().sorted() == ascending)
        #expect(!(ascending[1] < ascending[1]))
    }
}

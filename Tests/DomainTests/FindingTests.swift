import Domain
import Testing

struct FindingTests {
    @Test func `severities sort from the gravest`() {
        #expect(
            Finding.Severity.allCases.reversed().sorted()
                == [.file, .record, .field, .query, .note]
        )
    }
}

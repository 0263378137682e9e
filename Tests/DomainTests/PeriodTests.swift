import Domain
import Testing

struct PeriodTests {
    @Test(arguments: ["2019H1", "2019H2", "2019"])
    func `a period is written as it was read`(_ text: String) {
        #expect(Period(text)?.description == text)
    }
}

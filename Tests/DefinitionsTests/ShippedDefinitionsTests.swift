import Definitions
import Testing

struct ShippedDefinitionsTests {
    @Test func `the shipped definitions load`() throws {
        let set = try ShippedDefinitions.load()
        #expect(set.sources.keys.sorted() == ["jeugdbescherming", "jeugdhulp"])
    }
}

import Columns
import Definitions
import Testing

@Suite struct CodeByteTests {
    @Test func `no two codes of a list fall on the same byte`() throws {
        for list in try Shipped.definitions().codeLists.values {
            let bytes = list.entries.map { CodeTable.byte(for: $0.code) }
            #expect(bytes.allSatisfy { $0 != nil && $0 != 0 && $0 != 255 }, "\(list.id)")
            #expect(Set(bytes).count == list.entries.count, "\(list.id)")
        }
    }

    @Test func `no two codes of a list that makes sets fall on the same bit`() throws {
        let definitions = try Shipped.definitions()
        let columns = definitions.sources.values.flatMap(\.columns).filter { $0.kind == .codeSet }
        #expect(columns.count == 4)
        for list in columns.compactMap({ $0.codeList.flatMap { definitions.codeLists[$0] } }) {
            let bits = list.entries.compactMap { CodeSetTable.bit(for: $0.code) }
            #expect(Set(bits).count == list.entries.count, "\(list.id)")
        }
    }
}

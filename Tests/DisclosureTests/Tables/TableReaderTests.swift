import Disclosure
import Testing

@Suite("Tables of a user")
struct TableReaderTests {
    @Test func `hierarchies that do not nest each give their relations`() throws {
        let tables = try TableText(TableText.country).read()
        let names = (0..<tables.relations.count).map { tables.name(ofRelation: $0) }
        #expect(
            names == [
                "region: P1 = A + B, at sex=T", "region: P2 = C + D, at sex=T",
                "region: T = P1 + P2, at sex=T", "region: T = V1 + V2, at sex=T",
                "region: V1 = A + C, at sex=T", "region: V2 = B + D, at sex=T",
            ]
        )
    }

    @Test func `a table without a dimension stands at its total, and is one system with the other`()
        throws
    {
        let tables = try TableText(
            "region,value\nT,9\nP1,9\nA,4\nB,5\n",
            "sex,value\nT,9\nM,2\nV,7\n"
        ).read()
        #expect(tables.cells.count == 6)
        #expect(tables.files[0].rows[0] == tables.files[1].rows[0])
        #expect(
            (0..<tables.relations.count).map { tables.name(ofRelation: $0) }
                == [
                    "region: P1 = A + B, at sex=T", "region: T = P1 + P2, at sex=T",
                    "sex: T = M + V, at region=T",
                ].map { $0.replacing("P1 + P2", with: "P1") }
        )
    }

    @Test func `each status says what can be known`() throws {
        let tables = try TableText(
            """
            region,value,status,base,mode,lo,hi
            A,,suppressed,,,,
            B,10,rounded,5,adjacent,,
            C,,interval,,,3,6
            D,4,published,,,,
            P1,10,derived,,,,
            P2,10,rounded,5,nearest,,
            """
        ).read(for: .attack)
        #expect(
            tables.cells.prefix(6).map(\.knowledge) == [
                .suppressed, .rounded(10, base: 5, mode: .adjacent), .interval(3, 6), .exact(4),
                .derived(10), .rounded(10, base: 5, mode: .nearest),
            ]
        )
        // The totals above them are printed nowhere, but something adds up to them.
        #expect(tables.printedCount == 6)
        #expect(tables.cells.count == 9)
        #expect(tables.cells.dropFirst(6).allSatisfy { $0.knowledge == .absent })
    }

    @Test func `what is written is read again as it was`() throws {
        let text = """
            sex,region,value,status,base,mode,lo,hi
            T,A,,suppressed,,,,
            T,B,10,rounded,5,adjacent,,
            M,C,,interval,,,3,6
            V,D,4,published,,,,

            """
        let tables = try TableText(text).read(for: .attack)
        let written = TableWriter(tables).csv(0, tables.cells.map(\.knowledge))
        #expect(String(decoding: written, as: UTF8.self) == text)
    }

    @Test func `decimals, contributors, weights and frozen cells are kept`() throws {
        let tables = try TableText(
            "region,value,contributors,weight,frozen,holders\nP1,12.5,\"[2.5,9]\",7,1,3\n"
        ).read(for: .attack)
        let cell = try #require(tables.cells.first)
        #expect(tables.decimals == 1)
        #expect(cell.knowledge == .exact(125))
        #expect(cell.contributors == [90, 25])
        #expect(cell.weight == 7)
        #expect(cell.holders == 3)
        #expect(cell.isFrozen)
    }

    @Test func `a relation besides the hierarchies holds in every region`() throws {
        var text = TableText(
            """
            region,topic,value
            A,begin,4
            A,in,3
            A,out_plus_end,7
            B,begin,0
            B,in,6
            B,out_plus_end,6
            """
        )
        text.hierarchy = """
            {"dimensions": {"region": {"total": "T", "additive": false},
                            "topic": {"total": "T", "additive": false}},
             "extra_relations": [{"sum": [{"topic": "begin"}, {"topic": "in"}],
                                  "equals": {"topic": "out_plus_end"}}]}
            """
        let tables = try text.read()
        #expect(
            (0..<tables.relations.count).map { tables.name(ofRelation: $0) } == [
                "[region=A, topic=out_plus_end] = [region=A, topic=begin] + [region=A, topic=in]",
                "[region=B, topic=out_plus_end] = [region=B, topic=begin] + [region=B, topic=in]",
            ]
        )
        text.tables[0] = text.tables[0].replacing("A,in,3", with: "A,in,2")
        #expect(
            text.error()
                == .contradiction(
                    relation:
                        "[region=A, topic=out_plus_end] = [region=A, topic=begin] + "
                        + "[region=A, topic=in]",
                    partsAreMore: false
                )
        )
    }
}

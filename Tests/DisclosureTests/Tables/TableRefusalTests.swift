import Disclosure
import Testing

@Suite("Tables that are refused")
struct TableRefusalTests {
    @Test func `contradictory margins name the relation`() {
        let less = TableText(TableText.country.replacing("P1,8", with: "P1,9"))
        #expect(
            less.error()
                == .contradiction(relation: "region: P1 = A + B, at sex=T", partsAreMore: false)
        )
        let more = TableText(TableText.country.replacing("V2,9", with: "V2,8"))
        #expect(
            more.error()
                == .contradiction(relation: "region: T = V1 + V2, at sex=T", partsAreMore: false)
        )
    }

    @Test func `a dimension whose parts keep exceeding the total is said to be not additive`() {
        let text = TableText(
            """
            sex,region,value
            T,A,5
            M,A,4
            V,A,3
            T,B,6
            M,B,4
            V,B,4
            T,P1,11
            M,P1,8
            V,P1,7
            T,T,11
            M,T,8
            V,T,7
            """
        )
        #expect(
            text.error()
                == .notAdditive(
                    dimension: "sex",
                    relation: "sex: T = M + V, at region=A",
                    broken: 4,
                    checked: 4
                )
        )
        var declared = text
        declared.hierarchy = text.hierarchy.replacing(
            "\"sex\": {\"total\": \"T\"",
            with: "\"sex\": {\"total\": \"T\", \"additive\": false"
        )
        #expect(declared.error() == nil)
    }

    @Test func `a missing total is named`() {
        let text = TableText(TableText.country.replacing("P2,13\n", with: ""))
        #expect(text.error() == .missingTotal(relation: "region: P2 = C + D, at sex=T"))
        #expect(text.error(for: .attack) == nil)
    }

    @Test func `a cyclic hierarchy is told as its ring`() {
        var text = TableText(TableText.country)
        text.hierarchy = """
            {"dimensions": {"region": {"total": "T", "hierarchies": [
              {"T": ["X"], "A": ["B"], "B": ["C"], "C": ["A"]}]}}}
            """
        #expect(
            text.error() == .cyclic(dimension: "region", hierarchy: 1, ring: ["A", "B", "C", "A"])
        )
    }

    @Test(arguments: [
        (
            "region,value\nA,-3\n",
            TableError.negative(path: "1.csv", row: 2, cell: "region=A, sex=T")
        ),
        ("region,value\nA,x\n", .malformedNumber(path: "1.csv", row: 2, column: "value")),
        ("region,value\nA,\n", .incompleteStatus(path: "1.csv", row: 2, column: "value")),
        ("region,value\nZ,1\n", .unknownCode(path: "1.csv", row: 2, dimension: "region")),
        ("region,value\nA,1,2\n", .fieldCount(path: "1.csv", row: 2)),
        ("region,value\n\"A,1\n", .openQuote(path: "1.csv", row: 2)),
        ("region,value,value\nA,1,2\n", .repeatedColumn(path: "1.csv", column: "value")),
        ("region\nA\n", .noValues(path: "1.csv")),
        ("region,value\n", .noValues(path: "1.csv")),
        ("", .noValues(path: "1.csv")),
        ("region,value,status\nA,1,guessed\n", .unknownStatus(path: "1.csv", row: 2)),
        ("region,value,status\nA,,suppressed\n", .notExact(path: "1.csv", row: 2)),
        (
            "region,value\nA,1\nA,1\n",
            .repeatedCell(path: "1.csv", row: 3, cell: "region=A, sex=T")
        ),
        (
            "place,value\nA,1\n",
            .unknownColumn(
                path: "1.csv",
                column: "place",
                known: [
                    "region", "sex", "value", "status", "base", "mode", "lo", "hi", "weight",
                    "contributors", "holders", "frozen",
                ]
            )
        ),
    ])
    func `a bad row is named by file, row and column`(_ table: String, _ expected: TableError) {
        #expect(TableText(table).error() == expected)
    }

    @Test func `a cell that differs between two files is refused`() {
        let text = TableText("region,value\nT,9\n", "sex,value\nT,8\n")
        #expect(
            text.error()
                == .differsBetweenFiles(cell: "region=T, sex=T", first: "1.csv", second: "2.csv")
        )
    }

    @Test(arguments: [
        ("{", TableError.malformedHierarchy(place: "/", expected: "JSON")),
        (
            "{\"dimension\": {}}",
            .malformedHierarchy(
                place: "/dimension",
                expected: "dimensions, extra_relations"
            )
        ),
        ("{\"dimensions\": {\"sex\": {}}}", .noTotalNamed(dimension: "sex")),
        (
            "{\"dimensions\": {\"sex\": {\"total\": 3}}}",
            .malformedHierarchy(place: "/dimensions/sex/total", expected: "a text")
        ),
        (
            "{\"dimensions\": {\"sex\": {\"total\": \"T\", \"hierarchies\": [{\"X\": [\"M\"]}]}}}",
            .hierarchyWithoutTotal(dimension: "sex", hierarchy: 1)
        ),
        (
            "{\"dimensions\": {\"sex\": {\"total\": \"T\", \"hierarchies\": "
                + "[{\"T\": [\"M\"], \"X\": [\"V\"]}]}}}",
            .unreached(dimension: "sex", hierarchy: 1, code: "X")
        ),
        (
            "{\"dimensions\": {\"sex\": {\"total\": \"T\", \"hierarchies\": "
                + "[{\"T\": [\"M\", \"V\"], \"M\": [\"V\"]}]}}}",
            .twoParents(dimension: "sex", hierarchy: 1, code: "V")
        ),
    ])
    func `a bad hierarchy is named by its place`(_ json: String, _ expected: TableError) {
        var text = TableText("sex,value\nT,1\n")
        text.hierarchy = json
        #expect(text.error() == expected)
    }
}

import Statistics
import Testing

@Suite("The shell round methods")
struct ShellTests {
    private func failure(_ work: () throws -> Void) -> StatisticsError? {
        do {
            try work()
            return nil
        } catch {
            return error as? StatisticsError
        }
    }

    @Test func `methods are in the order of their names and each has a reference`() {
        let names = StatMethod.all.map(\.name)
        #expect(Set(names).count == names.count)
        #expect(StatMethod.all.allSatisfy { !$0.reference.isEmpty && !$0.summary.isEmpty })
        #expect(names.contains("proportion"))
    }

    @Test func `an unknown method is named with those that are known`() {
        let found = failure { _ = try StatMethod.named("propotion") }
        #expect(
            found
                == .unknownMethod(name: "propotion", known: StatMethod.all.map(\.name).sorted())
        )
        #expect(found?.isUsage == true)
    }

    static let mistakes: [(String, StatisticsError)] = [
        ("x,n\n1", StatisticsError.notATable(row: 2, expected: "2 cells")),
        ("x,x\n1,2", StatisticsError.notATable(row: 1, expected: "each name once")),
        (
            "",
            StatisticsError.notATable(
                row: 1,
                expected: "a header line with the names of the columns"
            )
        ),
        ("x,n\n\"1,2", StatisticsError.notATable(row: 2, expected: "a closing quote")),
        ("x,n\n\"1\"2,3", StatisticsError.notATable(row: 2, expected: "a comma after a quote")),
        ("x,m\n1,2", StatisticsError.missingColumn(name: "n", found: ["x", "m"])),
        ("x,n\n1,2\none,2", StatisticsError.notANumber(row: 3, column: "x")),
        ("x,n\n0x1,2", StatisticsError.notANumber(row: 2, column: "x")),
        ("x,n\nnan,2", StatisticsError.notANumber(row: 2, column: "x")),
        ("x,n\n\"1,5\",2", StatisticsError.notANumber(row: 2, column: "x")),
        ("x,n\n1,\n", StatisticsError.missingValue(row: 2, column: "n")),
        ("x,n\n1,NA\n", StatisticsError.missingValue(row: 2, column: "n")),
        (
            "x,n\n-1,2",
            StatisticsError.outOfRange(row: 2, column: "x", expected: "a whole number, 0 or more")
        ),
        (
            "x,n\n3,2",
            StatisticsError.outOfRange(row: 2, column: "x", expected: "at most n of the same row")
        ),
    ]

    @Test(arguments: mistakes)
    func `what is wrong with the data is named by row and column`(
        _ csv: String,
        _ expected: StatisticsError
    ) {
        let found = failure {
            _ = try StatMethod.named("proportion").run(DataTable(csv: csv))
        }
        #expect(found == expected)
        #expect(found?.isUsage == false)
    }

    @Test func `options that do not exist or cannot be are refused`() throws {
        let method = try StatMethod.named("proportion")
        let table = try DataTable(csv: "x,n\n1,2\n")
        #expect(
            failure { _ = try method.run(table, options: .object(["levle": .number(0.9)])) }
                == .unknownOption(
                    method: "proportion",
                    name: "levle",
                    known: ["interval", "level", "columns"]
                )
        )
        #expect(
            failure { _ = try method.run(table, options: .object(["level": .integer(95)])) }
                == .badOption(name: "level", expected: "a number above 0 and below 1")
        )
        #expect(
            failure { _ = try method.run(table, options: .object(["interval": .string("wald")])) }
                == .badOption(
                    name: "interval",
                    expected: "one of wilson, clopper-pearson, agresti-coull, jeffreys, logit"
                )
        )
        #expect(failure { _ = try method.run(table, options: .array([])) } == .optionsNotAnObject)
        #expect(
            failure { _ = try method.run(table, tables: ["joint": table]) }
                == .unknownTable(method: "proportion", name: "joint", known: [])
        )
    }

    @Test func `columns of the file can stand for those of the method`() throws {
        let method = try StatMethod.named("proportion")
        let named = JSONValue(
            parsing: #"{"columns": {"x": "positief", "n": "getest"}}"#
        )
        let result = try method.run(
            DataTable(csv: "\u{FEFF}getest, positief ,x\r\n20,7,99\r\n"),
            options: #require(named)
        )
        #expect(result.number("rows", "0", "estimate") == 0.35)
    }

    @Test func `JSON is sorted, exact, and says what is undefined`() throws {
        let result = try StatMethod.named("proportion").run(
            DataTable(csv: "x,n,group\n0,0,\"a \"\"b\"\"\"\n1,3,c\n")
        )
        #expect(
            result.json == """
                {
                  "convention": "wilson",
                  "method": "proportion",
                  "n": 3,
                  "results": {
                    "rows": [
                      {
                        "estimate": null,
                        "group": "a \\"b\\"",
                        "lower": null,
                        "n": 0,
                        "upper": null,
                        "x": 0
                      },
                      {
                        "estimate": 0.3333333333333333,
                        "group": "c",
                        "lower": 0.06149194472039621,
                        "n": 3,
                        "upper": 0.7923403991979523,
                        "x": 1
                      }
                    ]
                  },
                  "warnings": ["Row 2 has no trials: no proportion.", "Undefined, and therefore null: \
                results.rows[0].estimate, results.rows[0].lower, results.rows[0].upper."]
                }

                """
        )
    }

    @Test func `the same question has the same bytes`() throws {
        let table = try DataTable(csv: "value,n\n3,50\n9,70\n4,60\n8,55\n7,80\n12,66\n")
        let method = try StatMethod.named("control-chart")
        let first = try method.run(table).json
        for _ in 0..<20 { #expect(try method.run(table).json == first) }
    }
}

import Definitions
import Domain
import FoundationEssentials
import Intake
import Testing

@Suite struct ColumnMappingTests {
    private static let record = """
        id: eigen
        source: jeugdhulp
        title: {nl: Eigen export, en: Own export}
        date-format: D-M-JJJJ
        columns:
          - {column: aanbieder, value: "12345678"}
          - {column: verslagperiode, value: 2019H1}
          - {column: bsn, from: BSN cliënt}
          - {column: geboortedatum, from: Geboren}
          - {column: geslacht, from: Sekse, codes: {m: M, v: V, x: O}}
          - {column: gemeente, from: Gemeente}
          - {column: verwijzer, from: Verwijzer, codes: {gemeente: "01", huisarts: "02"}}
          - {column: hulpvorm, from: Hulp}
          - {column: datum_aanvang, from: Start, date-format: JJJJ/MM/DD}
        """

    private func mapping(_ record: String = record) throws -> ColumnMapping {
        let file = try TemporaryFile(Array(record.utf8))
        defer { withExtendedLifetime(file) {} }
        return try Shipped.definitions().mapping(path: file.path)
    }

    private static func export(_ rows: [String]) -> String {
        let header = "Naam,Start,BSN cliënt,Geboren,Sekse,Gemeente,Verwijzer,Hulp"
        return ([header] + rows).joined(separator: "\n")
    }

    private static func row(
        _ index: Int,
        start: String = "2019/02/01",
        referrer: String = "huisarts"
    ) -> String {
        "\"Jansen, K.\",\(start),\(FictiveNumber.text(index)),15-1-2010,v,0363,\(referrer),02"
    }

    private func checked(_ text: String, suffix: String = ".csv") throws -> CarriedDelivery {
        try CarriedDelivery(
            Array(text.utf8),
            suffix: suffix,
            options: CarrierOptions(mapping: try mapping())
        )
    }

    @Test func `an export is read as a delivery, and what it has besides is not`() throws {
        let carried = try checked(
            ColumnMappingTests.export([ColumnMappingTests.row(0), ColumnMappingTests.row(1)])
        )
        #expect(carried.findings.isEmpty)
        #expect(carried.files[0].rowCount == 2)
        #expect(carried.files[0].holder == "12345678")
    }

    @Test func `a code or date that the mapping does not know is found, never dropped`() throws {
        let carried = try checked(
            ColumnMappingTests.export([
                ColumnMappingTests.row(0), ColumnMappingTests.row(1, referrer: "buurvrouw"),
                ColumnMappingTests.row(2, start: "1-2-2019"),
            ])
        )
        #expect(
            carried.findings == [
                Finding(code: "INT-126", severity: .field, row: 3, field: "verwijzer"),
                Finding(code: "INT-102", severity: .record, row: 4, field: "datum_aanvang"),
            ]
        )
    }

    @Test func `a column that the export lacks refuses the file by its name`() throws {
        let carried = try checked("Naam;Start\na;b\n")
        let expected = Finding(code: "INT-038", severity: .file, subject: "BSN cliënt")
        #expect(carried.findings == [expected])
    }

    @Test func `a row with too few fields refuses the file`() throws {
        let carried = try checked(
            ColumnMappingTests.export([ColumnMappingTests.row(0), "a,b"])
        )
        #expect(carried.findings == [Finding(code: "INT-004", severity: .file, row: 3)])
    }

    @Test(arguments: [
        ("id: eigen\n", "", "1: no key `id`; expected one"),
        ("D-M-JJJJ", "D-M-JJ", "4: `D-M-JJ`; expected a pattern as `DD-MM-JJJJ`"),
        (
            ", value: 2019H1", "", "7: both or neither of `from` and `value`; expected one of them"
        ),
        (
            "column: bsn", "column: naam",
            "8: the column `naam`; expected a column of the source `jeugdhulp`"
        ),
        (
            "from: Hulp", "from: Hulp, date-format: JJJJMMDD",
            "13: a date format for the column `hulpvorm`; expected one only for a column with dates"
        ),
    ])
    func `a mistake in a mapping is named by its line`(
        _ old: String,
        _ new: String,
        _ message: String
    ) throws {
        let record = ColumnMappingTests.record
        let parts = record.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false)
        try #require(parts.count == 2)
        let error = try #require(throws: DefinitionError.self) {
            _ = try mapping(parts[0] + new + parts[1])
        }
        #expect(error.description.hasSuffix(message), "\(error.description)")
    }
}

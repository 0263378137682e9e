import Domain
import Testing

@testable import OpenData

@Suite("Status in every format")
struct StatusInFormatsTests {
    /// A table with one cell of each status, in a period that is final.
    private static let table = OpenTable(
        subject: "ALL",
        language: .en,
        words: OpenTable.Words(
            title: "All",
            summary: "",
            explanation: "",
            source: "",
            period: "",
            frequency: ""
        ),
        version: 1,
        dimensions: [
            OpenDimension(
                key: "Case",
                title: "Case",
                kind: .plain,
                codes: ObservationStatus.allCases.map { .init(key: $0.name, title: $0.name) }
            ),
            OpenDimension(
                key: "Periods",
                title: "Periods",
                kind: .time,
                codes: [.init(key: "2019JJ00", title: "2019", vintage: .final)]
            ),
        ],
        measures: [
            OpenMeasure(
                code: "n",
                title: "Number",
                statusTitle: "Number (status)",
                unit: "cases",
                decimals: 0,
                isCount: true,
                place: 0
            )
        ],
        rows: OpenRows(
            radices: [ObservationStatus.allCases.count, 1],
            width: 1,
            indices: Array(0..<UInt64(ObservationStatus.allCases.count)),
            cells: ObservationStatus.allCases.map {
                Observation(
                    value: [.free, .estimated].contains($0) ? 0 : nil,
                    status: $0,
                    vintage: .final
                )
            }
        ),
        leavesOutZeros: false
    )

    private func lines(_ bytes: [UInt8]) -> [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n").dropFirst().map(String.init)
    }

    @Test func `CSV has the status behind the number`() {
        let table = StatusInFormatsTests.table
        #expect(
            lines(table.csv(OpenSelection(table))) == [
                "None,2019JJ00,Number_1,0,None,Definitief",
                "Estimated,2019JJ00,Number_1,0,Estimated,Definitief",
                "BoundsOnly,2019JJ00,Number_1,,BoundsOnly,Definitief",
                "Confidential,2019JJ00,Number_1,,Confidential,Definitief",
                "ConfidentialPrimary,2019JJ00,Number_1,,ConfidentialPrimary,Definitief",
                "ConfidentialSecondary,2019JJ00,Number_1,,ConfidentialSecondary,Definitief",
                "Impossible,2019JJ00,Number_1,,Impossible,Definitief",
                "NotAvailable,2019JJ00,Number_1,,NotAvailable,Definitief",
                "Unreliable,2019JJ00,Number_1,,Unreliable,Definitief",
            ]
        )
    }

    @Test func `SDMX has its own codes and no empty number`() {
        let table = StatusInFormatsTests.table
        let fields = lines(table.sdmxCSV(OpenSelection(table))).map { line in
            line.split(separator: ",", omittingEmptySubsequences: false)[6...9]
                .joined(separator: " ")
        }
        #expect(
            fields == [
                "0 A F None", "0 E F Estimated", "NaN O F BoundsOnly", "NaN Q C Confidential",
                "NaN Q A ConfidentialPrimary", "NaN Q D ConfidentialSecondary",
                "NaN M F Impossible", "NaN O F NotAvailable", "NaN U F Unreliable",
            ]
        )
    }

    @Test func `both versions of OData name each status and give a number to none but the shown`()
        throws
    {
        let table = StatusInFormatsTests.table
        let names = ObservationStatus.allCases.map { ODataValue.text($0.name) }
        let typed = table.dataSet(typed: true)
        let status = try #require(typed.column("NumberStatus_2"))
        let number = try #require(typed.column("Number_1"))
        #expect((0..<typed.count).map(typed.columns[status].value) == names)
        let numbers = (0..<typed.count).map(typed.columns[number].value)
        #expect(numbers == [.integer(0), .integer(0)] + Array(repeating: .null, count: 7))
        let untyped = table.dataSet(typed: false)
        let signs = (0..<untyped.count).map { row -> String in
            guard case .text(let text) = untyped.columns[number].value(row) else { return "?" }
            return text.filter { $0 != " " }
        }
        #expect(signs == ["0", "0", ".", "x", "x", "x", "", ".", "."])
        let observations = table.observations()
        let attribute = try #require(observations.column("ValueAttribute"))
        #expect((0..<observations.count).map(observations.columns[attribute].value) == names)
    }

    @Test func `a number that is not final says so instead of None`() {
        func attribute(_ vintage: VintageStatus, _ status: ObservationStatus) -> String {
            Observation(value: 1, status: status, vintage: vintage).attribute
        }
        #expect(attribute(.provisional, .free) == "Provisional")
        #expect(attribute(.revisedProvisional, .free) == "RevisedProvisional")
        #expect(attribute(.provisional, .withheld) == "Confidential")
        for vintage in [VintageStatus.final, .provisional, .revisedProvisional] {
            for status in ObservationStatus.allCases {
                let cell = Observation(value: nil, status: status, vintage: vintage)
                #expect(Observation.attributes[cell.attributePlace] == cell.attribute)
            }
        }
    }
}

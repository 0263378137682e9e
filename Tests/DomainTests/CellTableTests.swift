import Domain
import Testing

struct CellTableTests {
    static let forms = ["T", "U", "01", "02", "11", "14"]
    static let ages = ["0-3", "12-17", "18-22", "23+", "4-11", "T", "U"]
    static let regions = CellTable.inTableOrder([
        CellTable.Region(geography: .country, code: "NL01"),
        CellTable.Region(geography: .csg, code: "Friesland"),
        CellTable.Region(geography: .csg, code: "Oost-Brabant (Eindhoven, Den Bosch)"),
        CellTable.Region(geography: .csg, code: "Oost-Brabant"),
        CellTable.Region(geography: .municipality, code: "GM0014"),
        CellTable.Region(geography: .municipality, code: "U"),
        CellTable.Region(geography: .province, code: "PV20"),
    ])

    /// A table with a random choice of cells.
    private func table(seed: UInt64, decimals: Int = 0) -> CellTable {
        var random = SeededRandom(seed: seed)
        let dimensions = [
            CellTable.Dimension(
                name: "form",
                codes: CellTableTests.forms.shuffled(using: &random),
                isAdditive: false
            ),
            CellTable.Dimension(
                name: "age",
                codes: CellTableTests.ages.shuffled(using: &random),
                isAdditive: true
            ),
        ]
        let measures = [
            CellTable.Measure(name: "ended"),
            CellTable.Measure(name: "mean_days", decimals: decimals, isCount: decimals == 0),
        ]
        let radices = [CellTableTests.regions.count, 6, 7, 2]
        var cells: [(key: UInt64, value: Int64)] = []
        for key in 0..<UInt64(radices.reduce(1, *)) where Bool.random(using: &random) {
            cells.append((key, Int64.random(in: 0...2_000, using: &random)))
        }
        return CellTable(
            indicator: "BJ-06",
            period: .year(2019),
            unit: .trajectory,
            dimensions: dimensions,
            measures: measures,
            regions: CellTableTests.regions,
            cells: cells.shuffled(using: &random)
        )
    }

    @Test(arguments: 1...20)
    func `lines come out as sorting whole lines by their bytes would put them`(_ seed: UInt64) {
        for decimals in [0, 1] {
            var bytes: [UInt8] = []
            table(seed: seed, decimals: decimals).appendCSV(to: &bytes)
            let lines = bytes.split(separator: 0x0A)
            #expect(
                lines.elementsEqual(
                    lines.sorted { $0.lexicographicallyPrecedes($1) },
                    by: ==
                )
            )
            #expect(bytes.last == 0x0A)
        }
    }

    @Test(arguments: 1...20)
    func `every line says what its cell says`(_ seed: UInt64) {
        let table = table(seed: seed)
        var bytes: [UInt8] = []
        table.appendCSV(to: &bytes)
        let lines = bytes.split(separator: 0x0A).map { String(decoding: $0, as: UTF8.self) }
        #expect(lines.count == table.count)
        for (index, line) in lines.enumerated() {
            let cell = table[index]
            let fields =
                ["2019", cell.region.geography.rawValue, CellTable.csvField(cell.region.code)]
                + cell.codes + [cell.measure, String(cell.value)]
            #expect(line == fields.joined(separator: ","))
            #expect(table.value(cell.region, cell.codes, cell.measure) == cell.value)
        }
    }

    @Test(arguments: 1...20)
    func `a key unpacks into the places that were packed`(_ seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let table = table(seed: seed)
        for _ in 0..<200 {
            let places = table.radices.map { Int.random(in: 0..<$0, using: &random) }
            #expect(table.places(of: CellTable.pack(places, radices: table.radices)) == places)
        }
    }

    @Test func `a cell of zero is absent, and a place the table lacks is nothing`() throws {
        let dimension = CellTable.Dimension(name: "form", codes: ["T", "01"], isAdditive: true)
        let region = CellTable.Region(geography: .country, code: "NL01")
        let table = CellTable(
            indicator: "BJ-01",
            period: .year(2019),
            unit: .trajectory,
            dimensions: [dimension],
            measures: [CellTable.Measure(name: "trajectories")],
            regions: [region],
            cells: [(1, 3), (0, 0)]
        )
        #expect(table.count == 1)
        #expect(table.value(region, ["T"], "trajectories") == 3)
        #expect(table.value(region, ["01"], "trajectories") == 0)
        #expect(table.value(region, ["02"], "trajectories") == nil)
        #expect(table.value(region, ["T"], "youths") == nil)
        #expect(
            table.value(CellTable.Region(geography: .province, code: "PV20"), ["T"], "trajectories")
                == nil
        )
        #expect(table.csvHeader == "period,geography,region,form,measure,value")
    }

    @Test(arguments: [
        (Int64(0), 0, "0"), (5, 0, "5"), (1_460, 0, "1460"), (0, 1, "0.0"), (3, 1, "0.3"),
        (13, 1, "1.3"), (14_605, 1, "1460.5"), (100, 1, "10.0"), (7, 2, "0.07"), (-13, 1, "-1.3"),
        (-5, 0, "-5"),
    ])
    func `a number is written with its digits behind the point`(
        _ value: Int64,
        _ decimals: Int,
        _ text: String
    ) {
        let table = CellTable(
            indicator: "BJ-06",
            period: .year(2019),
            unit: .trajectory,
            dimensions: [],
            measures: [CellTable.Measure(name: "mean_days", decimals: decimals)],
            regions: [CellTable.Region(geography: .country, code: "NL01")],
            cells: [(0, value)]
        )
        var bytes: [UInt8] = []
        table.appendCSV(to: &bytes)
        let line = value == 0 ? "" : "2019,nl,NL01,mean_days,\(text)\n"
        #expect(String(decoding: bytes, as: UTF8.self) == line)
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
        ("", ""),
    ])
    func `a field is quoted only where it has to be`(_ text: String, _ field: String) {
        #expect(CellTable.csvField(text) == field)
    }

    @Test func `classes sort by their bytes and the comma behind them`() {
        #expect(
            CellTable.inTableOrder(["4-11", "23+", "0-3", "U", "12-17", "T", "18-22"])
                == ["0-3", "12-17", "18-22", "23+", "4-11", "T", "U"]
        )
        #expect(CellTable.inTableOrder(["1y+", "1y"]) == ["1y+", "1y"])
    }
}

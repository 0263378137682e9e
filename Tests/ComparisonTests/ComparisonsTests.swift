import Comparison
import Definitions
import Disclosure
import Domain
import Statistics
import Testing

@Suite("Comparisons from protected tables")
struct ComparisonsTests {
    private let forms = ["T", "Z", "V", "01", "02", "11"]
    private let places = (1...40).map(Shipped.municipality)

    /// Started trajectories by form: municipality `n` has 10 n of form 02, 4 n of 01 and n of 11.
    private func started(_ region: CellTable.Region, _ form: String) -> Int64 {
        let own: (Int64) -> Int64 = { number in
            switch form {
            case "01": 4 * number
            case "02": 10 * number
            case "11", "V": number
            case "Z": 14 * number
            default: 15 * number
            }
        }
        guard region.geography == .municipality else { return own(40 * 41 / 2) }
        return own(Int64(region.code.dropFirst(2)) ?? 0)
    }

    private func repeats() throws -> ProtectedTable {
        try Shipped.table(
            "BJ-04",
            dimensions: [("form", forms), ("referrer", ["T", "02"])],
            measures: [
                .init(name: "started"), .init(name: "repeat"), .init(name: "repeat_unknown"),
            ],
            regions: places + [Shipped.country]
        ) { region, codes, measure in
            let started = started(region, codes["form"] ?? "T")
            switch measure {
            case "started": return started
            case "repeat": return started * 3 / 10
            default: return 0
            }
        }
    }

    private func rates() throws -> ProtectedTable {
        try Shipped.table(
            "JB-02",
            dimensions: [],
            measures: [
                .init(name: "youths"), .init(name: "population", isCount: false),
                .init(name: "per_1000", decimals: 1, isCount: false),
            ],
            regions: places + [Shipped.country]
        ) { region, _, measure in
            let number =
                region.geography == .country
                ? Int64(820) : Int64(region.code.dropFirst(2)) ?? 0
            switch measure {
            case "youths": return 12 * number
            case "population": return 1000 * number
            default: return 120
            }
        }
    }

    @Test func `a sheet compares every municipality, by code and without a rank`() throws {
        let definitions = try Shipped.definitions.get()
        let all = Comparisons(
            [try rates(), try repeats()],
            definitions: definitions,
            population: nil
        )
        #expect(all.sheets.map(\.measure) == ["measure-rate", "repeat-share"])
        let sheet = try #require(all.sheet("measure-rate"))
        #expect(sheet.rows.map(\.code) == places.map(\.code))
        #expect(abs(sheet.target - 0.012) < 0.0001)
        let one = try #require(sheet.row("GM0020"))
        #expect(one.events == CountRange(shown: 240, low: 238, high: 242))
        #expect(one.size == CountRange(exactly: 20_000))
        #expect(one.place == .inside)
        #expect(one.ratio == nil, "nothing to standardise by")
        #expect(sheet.row("GM9999") == nil)
        #expect(sheet.curve.count == 41)
        #expect(zip(sheet.curve, sheet.curve.dropFirst()).allSatisfy { $0.size < $1.size })
    }

    @Test func `a municipality works its standardised figure out again from what is published`()
        throws
    {
        let definitions = try Shipped.definitions.get()
        let all = Comparisons([try repeats()], definitions: definitions, population: nil)
        let sheet = try #require(all.sheet("repeat-share"))
        let row = try #require(sheet.row("GM0020"))
        let input = try #require(all.inputs.first { $0.code == "GM0020" })
        #expect(input.strata.map(\.code) == ["01", "02", "11"])
        // By hand: Σ own size × rate of the country.
        var expected = 0.0
        for line in input.csv.split(separator: "\n").dropFirst() {
            let fields = line.split(separator: ",", omittingEmptySubsequences: false)
            let own = try #require(Double(fields[4]))
            let events = try #require(Double(fields[7]))
            let size = try #require(Double(fields[8]))
            expected += own * events / size
        }
        #expect(abs(try #require(row.expected).shown - expected) < 1e-9)
        let ratio = try #require(row.ratio)
        #expect(abs(ratio.value - (try #require(row.events)).shown / expected) < 1e-12)
        #expect(ratio.limits.lower < 1 && 1 < ratio.limits.upper)
        #expect(input.csv.hasPrefix(PerformanceInput.header + "\nrepeat-share,2019H1,GM0020,01,"))
    }

    @Test func `a withheld count stays withheld everywhere`() throws {
        let definitions = try Shipped.definitions.get()
        let all = Comparisons([try repeats()], definitions: definitions, population: nil)
        let sheet = try #require(all.sheet("repeat-share"))
        // Municipality 1 has 15 started and 4 repeat: the latter is withheld.
        let row = try #require(sheet.row("GM0001"))
        #expect(row.events == nil)
        #expect(row.figure == nil && row.place == nil && row.ratio == nil && row.shrunken == nil)
        #expect(sheet.withheld == sheet.rows.count { $0.events == nil })
        #expect(sheet.withheld == 2)
        let input = try #require(all.inputs.first { $0.code == "GM0001" })
        let foster = try #require(input.strata.first { $0.code == "11" })
        #expect(foster.size == nil)
        #expect(input.csv.contains("repeat-share,2019H1,GM0001,11,,,,"))
    }

    @Test func `age and sex are standardised for once there is a population by age`() throws {
        let definitions = try Shipped.definitions.get()
        let ages = ["T", "0-3", "4-11", "12-17", "18-22", "23+"]
        // The country has twice the rate at 12 to 17; municipality 2 has many of that age.
        func youths(_ region: CellTable.Region, _ age: String, _ sex: String) -> Int64 {
            let half: Int64 = sex == "T" ? 2 : 1
            let country: [String: Int64] = [
                "0-3": 400, "4-11": 400, "12-17": 800, "18-22": 400, "T": 2000,
            ]
            let old: [String: Int64] = [
                "0-3": 20, "4-11": 20, "12-17": 160, "18-22": 20, "T": 220,
            ]
            switch region.code {
            case "NL01": return (country[age] ?? 0) * half
            case "GM0002": return (old[age] ?? 0) * half
            default: return age == "23+" ? 0 : 30 * half * (age == "T" ? 4 : 1)
            }
        }
        let table = try Shipped.table(
            "BJ-02",
            dimensions: [("age", ages), ("form", ["T"]), ("sex", ["T", "M", "V"])],
            measures: [.init(name: "youths")],
            regions: [Shipped.country] + (1...3).map(Shipped.municipality)
        ) { region, codes, _ in youths(region, codes["age"] ?? "T", codes["sex"] ?? "T") }
        var csv = PopulationByAge.header + "\n"
        for (code, old) in [("GM0001", 1000), ("GM0002", 4000), ("GM0003", 1000)] {
            for (age, number) in [(2, 1000), (8, 1000), (15, old), (20, 1000)] {
                for sex in ["M", "V"] { csv += "2019,\(code),\(age),\(sex),\(number)\n" }
            }
        }
        let population = try PopulationByAge(
            csv: csv,
            path: "p.csv",
            breakdowns: definitions.breakdowns
        )
        let all = Comparisons([table], definitions: definitions, population: population)
        let row = try #require(all.sheet("help-rate")?.row("GM0002"))
        // Country by group: 400 of 3 000, 400 of 3 000, 800 of 6 000, 400 of 3 000: all 0.1333.
        #expect(abs(try #require(row.expected).shown - 14_000 * 2.0 / 15) < 1e-6)
        let ratio = try #require(row.ratio)
        #expect(abs(ratio.value - 440 / (14_000 * 2.0 / 15)) < 1e-9)
        #expect(all.characteristics == ["children", "share-0-3", "share-12-17"])
        #expect(all.children["GM0002"] == 12_000)
        #expect(all.neighbours["GM0001"]?.first?.code == "GM0003")
        #expect(all.neighbours["GM0001"]?.first?.distance == 0)
        #expect(Comparisons([table], definitions: definitions, population: nil).sheets.isEmpty)
    }

    @Test(
        arguments: [
            ("", 1), ("year,gm_code,population\n", 1),
            ("year,gm_code,age,sex,population\n2019,GM0001,3,X,10\n", 2),
            ("year,gm_code,age,sex,population\n2019,GM0001,3,M,-1\n", 2),
            ("year,gm_code,age,sex,population\n2019,GM0001,3,M,1\n2019,GM0001,3,M,2\n", 3),
            ("year,gm_code,age,sex,population\n2019,0363,3,M,1\n", 2),
        ]
    )
    func `a bad line of a population table is named`(_ text: String, _ line: Int) throws {
        let breakdowns = try Shipped.definitions.get().breakdowns
        #expect(throws: ComparisonError.populationMalformed(path: "p.csv", line: line)) {
            try PopulationByAge(csv: text, path: "p.csv", breakdowns: breakdowns)
        }
    }

    @Test func `the same tables give the same sheets`() throws {
        let definitions = try Shipped.definitions.get()
        let tables = [try rates(), try repeats()]
        let one = Comparisons(tables, definitions: definitions, population: nil)
        let two = Comparisons(tables.reversed(), definitions: definitions, population: nil)
        // NaN is not equal to itself, so the text of both is compared.
        #expect("\(one.sheets)" == "\(two.sheets)")
        #expect(one.neighbours == two.neighbours)
    }
}

import Statistics
import Testing

@Suite("Those who are on no list")
struct CaptureTests {
    // By hand: 10 and 15 persons, 5 on both; 11 · 16 / 6 − 1.
    @Test func `two lists by hand`() {
        let chapman = TwoLists.chapman.estimate(10, 15, both: 5)
        #expect(chapman.seen == 20)
        #expect(abs(chapman.total - 85.0 / 3) < 1e-12)
        #expect(TwoLists.lincolnPetersen.estimate(10, 15, both: 5).total == 30)
        // Lists of one size: Chao's bound with its factor is Lincoln and Petersen's number.
        #expect(TwoLists.chao.estimate(20, 20, both: 8).total == 50)
    }

    @Test func `without overlap there is a bound, no upper limit, and a warning`() throws {
        let result = try StatMethod.named("capture-recapture").run(
            DataTable(csv: "n1,n2,m\n12,9,0\n"),
            options: .object(["estimator": .string("lincoln-petersen")])
        )
        #expect(
            result.warnings == [
                "Row 2: nobody is on both lists. The data bound the total from below only; an "
                    + "upper limit is not to be trusted."
            ]
        )
        #expect(result.json.contains("\"estimate\": null"))
        #expect(result.json.contains("\"upper\": null"))
        #expect((result.number("rows", "0", "chao-bound") ?? 0) > 21)
    }

    @Test func `Chapman recovers the total of independent lists`() {
        var random = SeededGenerator(seed: 30)
        var sum = 0.0
        var covered = 0
        for _ in 0..<1000 {
            var counts = (0.0, 0.0, 0.0)
            for _ in 0..<500 {
                let first = random.uniform() < 0.3
                let second = random.uniform() < 0.25
                counts.0 += first ? 1 : 0
                counts.1 += second ? 1 : 0
                counts.2 += first && second ? 1 : 0
            }
            let found = TwoLists.chapman.estimate(counts.0, counts.1, both: counts.2)
            sum += found.total
            let limits = found.limits()
            covered += limits.lower <= 500 && 500 <= limits.upper ? 1 : 0
        }
        #expect(abs(sum / 1000 - 500) < 8)
        #expect(covered > 925 && covered < 980)
    }

    // Hook, Albright and Cross 1980: spina bifida on certificates of birth, death and rehabilitation.
    static let hook = """
        birth,death,rehab,count
        1,1,1,12
        1,1,0,142
        1,0,1,112
        0,1,1,4
        0,0,1,60
        0,1,0,49
        1,0,0,247
        """

    // Bishop, Fienberg and Holland 1975, table 6.4-1: closed forms when two interactions are in.
    static let closedForms: [(String, Double)] = [
        ("birth*death+birth*rehab", 49.0 * 60 / 4), ("birth*death+death*rehab", 247.0 * 60 / 112),
        ("birth*rehab+death*rehab", 247.0 * 49 / 142),
    ]

    @Test(arguments: closedForms)
    func `models with two interactions have the closed form`(
        _ name: String,
        _ hidden: Double
    ) throws {
        let result = try StatMethod.named("multiple-systems").run(DataTable(csv: Self.hook))
        let models = try #require(result.results["models"]?.asArray)
        let model = try #require(models.first { $0["model"]?.asText == name })
        let estimate = try #require(model["estimate"]?.asNumber)
        #expect(abs(estimate - 626 - hidden) < 1e-6 * hidden)
        #expect(models.count == 8)
    }

    @Test func `the number seen, not that of cells, is the n of BIC`() throws {
        let result = try StatMethod.named("multiple-systems").run(DataTable(csv: Self.hook))
        for model in try #require(result.results["models"]?.asArray) {
            let aic = try #require(model["aic"]?.asNumber)
            let bic = try #require(model["bic"]?.asNumber)
            guard case .integer(let df)? = model["df"] else { continue }
            let parameters = Double(7 - df)
            // log 626
            #expect(abs(bic - aic - parameters * (6.439350371 - 2)) < 1e-6)
        }
    }

    @Test func `a row of a person on no list is refused`() {
        #expect(
            throws: StatisticsError.outOfRange(
                row: 3,
                column: "a",
                expected: "1 on at least one list: nobody knows who is on none"
            )
        ) {
            try StatMethod.named("multiple-systems").run(
                DataTable(csv: "a,b,c\n1,1,0\n0,0,0\n")
            )
        }
    }

    @Test func `lists that never overlap have their parameter at minus infinity`() throws {
        let thin = Self.hook.replacing("1,1,1,12", with: "1,1,1,0")
            .replacing("1,0,1,112", with: "1,0,1,0")
        let result = try StatMethod.named("multiple-systems").run(DataTable(csv: thin))
        #expect(result.warnings.contains("No overlap between: birth*rehab."))
        let models = try #require(result.results["models"]?.asArray)
        let with = models.filter { ($0["model"]?.asText ?? "").contains("birth*rehab") }
        #expect(!with.isEmpty)
        #expect(
            with.allSatisfy { $0["at-minus-infinity"] == .array([.string("birth*rehab")]) }
        )
        #expect(result.warnings.contains { $0.hasSuffix("no finite estimate and were left out.") })
    }

    @Test(arguments: ["all", "stepwise"])
    func `the total of four lists with one dependence comes back`(_ search: String) throws {
        var random = SeededGenerator(seed: 55)
        var lines = ["a,b,c,d"]
        for _ in 0..<3000 {
            let a = random.uniform() < 0.3
            // b follows a.
            let b = random.uniform() < (a ? 0.5 : 0.2)
            let c = random.uniform() < 0.25
            let d = random.uniform() < 0.3
            if a || b || c || d {
                lines.append([a, b, c, d].map { $0 ? "1" : "0" }.joined(separator: ","))
            }
        }
        let result = try StatMethod.named("multiple-systems").run(
            DataTable(csv: lines.joined(separator: "\n")),
            options: .object(["search": .string(search), "show": .integer(1)])
        )
        #expect(result.results["models"]?[0]?["model"] == .string("a*b"))
        let lower = try #require(result.number("models", "0", "lower"))
        let upper = try #require(result.number("models", "0", "upper"))
        #expect(lower < 3000 && 3000 < upper && upper - lower < 400)
        let low = try #require(result.number("range-lower"))
        let high = try #require(result.number("range-upper"))
        #expect(low <= high)
    }
}

import Statistics
import Testing

@Suite("Weights and distances for linkage")
struct LinkageWeightTests {
    // Winkler 1990 and later: the pairs that every program shows.
    static let names: [(String, String, Double, Double)] = [
        ("MARTHA", "MARHTA", 0.944, 0.961), ("DIXON", "DICKSONX", 0.767, 0.813),
        ("DWAYNE", "DUANE", 0.822, 0.840),
    ]

    @Test(arguments: names)
    func `Jaro and Winkler on the usual names`(
        _ a: String,
        _ b: String,
        _ jaro: Double,
        _ winkler: Double
    ) {
        #expect(abs(StringDistance.jaro.similarity(a, b) - jaro) < 6e-4)
        #expect(abs(StringDistance.jaroWinkler.similarity(a, b) - winkler) < 6e-4)
    }

    @Test(arguments: StringDistance.allCases)
    func `equal texts are alike, also empty ones, and order does not matter`(
        _ measure: StringDistance
    ) {
        #expect(measure.similarity("", "") == 1)
        #expect(measure.similarity("abc", "") == 0)
        #expect(measure.similarity("abc", "xyz") == 0)
        #expect(measure.similarity("zoë", "zoë") == 1)
        var random = SeededGenerator(seed: 7)
        for _ in 0..<200 {
            let a = Self.word(&random)
            let b = Self.word(&random)
            let there = measure.similarity(a, b)
            #expect(there >= 0 && there <= 1)
            #expect(measure != .levenshtein || there == measure.similarity(b, a))
        }
    }

    @Test func `Levenshtein agrees with its definition`() {
        #expect(StringDistance.edits("kitten", "sitting") == 3)
        var random = SeededGenerator(seed: 17)
        for _ in 0..<150 {
            let a = Self.word(&random)
            let b = Self.word(&random)
            #expect(StringDistance.edits(a, b) == Self.slow(Array(a)[...], Array(b)[...]))
        }
    }

    private static func word(_ random: inout SeededGenerator) -> String {
        String(
            (0..<random.index(below: 7)).map { _ in
                "abc"[
                    "abc".index("abc".startIndex, offsetBy: random.index(below: 3))
                ]
            }
        )
    }

    private static func slow(_ a: ArraySlice<Character>, _ b: ArraySlice<Character>) -> Int {
        guard let first = a.first, let second = b.first else { return a.count + b.count }
        let rest = slow(a.dropFirst(), b.dropFirst())
        if first == second { return rest }
        return 1 + min(rest, slow(a.dropFirst(), b), slow(a, b.dropFirst()))
    }

    @Test func `a missing text is not compared, and no text is given back`() throws {
        let result = try StatMethod.named("string-distance").run(
            DataTable(csv: "a,b\nJansen,Janssen\n,Bakker\n")
        )
        #expect(result.warnings == ["Row 3: a text is missing, so nothing is compared."])
        #expect(!result.json.contains("Jans") && !result.json.contains("Bakker"))
    }

    @Test func `EM finds the probabilities that made the pairs`() throws {
        var random = SeededGenerator(seed: 23)
        let m = [0.95, 0.9, 0.85, 0.98]
        let u = [0.02, 0.1, 0.2, 0.5]
        var counts: [[Bool?]: Double] = [:]
        for _ in 0..<40_000 {
            let isMatch = random.uniform() < 0.2
            let pattern: [Bool?] = (0..<4).map { field in
                random.uniform() < 0.05
                    ? nil : random.uniform() < (isMatch ? m[field] : u[field])
            }
            counts[pattern, default: 0] += 1
        }
        let patterns = counts.sorted { "\($0.key)" < "\($1.key)" }
        let fit = FellegiSunter(patterns: patterns.map(\.key), counts: patterns.map(\.value))
        #expect(fit.hasSettled)
        #expect(abs(fit.share - 0.2) < 0.01)
        for field in 0..<4 {
            #expect(abs(fit.m[field] - m[field]) < 0.02)
            #expect(abs(fit.u[field] - u[field]) < 0.02)
        }
        #expect(fit.probability(of: [true, true, true, true]) > 0.99)
        #expect(fit.weight(of: [nil, nil, nil, nil]) == 0)
    }

    @Test func `no round of EM lowers the likelihood`() {
        let patterns: [[Bool?]] = (0..<8).map { cell in (0..<3).map { cell >> $0 & 1 == 1 } }
        let counts = [500.0, 40, 35, 9, 60, 12, 15, 90]
        var last = -Double.infinity
        for rounds in 1...40 {
            let fit = FellegiSunter(patterns: patterns, counts: counts, maxRounds: rounds)
            #expect(fit.logLikelihood >= last - 1e-9)
            last = fit.logLikelihood
        }
    }

    @Test func `two fields are not enough to tell matches`() throws {
        let result = try StatMethod.named("linkage-em").run(
            DataTable(csv: "name,birth,count\n1,1,30\n1,0,9\n0,1,8\n0,0,90\n")
        )
        #expect(
            result.warnings.contains(
                "Two fields do not say which pairs match: other numbers would fit as well."
            )
        )
    }
}

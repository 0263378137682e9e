import Statistics
import Testing

struct RatingsTests {
    /// Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section D: four observers,
    /// twelve units, some missing.
    static let krippendorff: [[String?]] = [
        ["1", "1", nil, "1"], ["2", "2", "3", "2"], ["3", "3", "3", "3"], ["3", "3", "3", "3"],
        ["2", "2", "2", "2"], ["1", "2", "3", "4"], ["4", "4", "4", "4"], ["1", "1", "2", "1"],
        ["2", "2", "2", "2"], [nil, "5", "5", "5"], [nil, nil, "1", "1"], [nil, nil, "3", nil],
    ]

    @Test(arguments: [
        (AlphaLevel.nominal, 0.743), (.ordinal, 0.815), (.interval, 0.849), (.ratio, 0.797),
    ])
    func `alpha is that of Krippendorff 2011`(_ level: AlphaLevel, _ published: Double) throws {
        let ratings = try Ratings(Self.krippendorff)
        let alpha = try #require(ratings.krippendorffAlpha(level).estimate)
        #expect(abs(alpha - published) <= 0.0005)
    }

    @Test func `AC1 is that of Gwet 2014 for the same ratings`() throws {
        // Gwet, Handbook of Inter-Rater Reliability, 4th ed., table 2.10 and its worked example.
        let ratings = try Ratings(Self.krippendorff)
        let identity = AgreementWeights.identity.matrix(scores: ratings.scores)
        let found = ratings.gwetAC(identity)
        #expect(abs(try #require(found.estimate) - 0.77544) <= 5e-6)
        #expect(abs(try #require(found.standardError) - 0.14295) <= 5e-6)
        #expect(abs(try #require(ratings.fleissKappa(identity).estimate) - 0.76117) <= 5e-6)
    }

    @Test func `kappa and weighted kappa are those of Cohen 1968`() throws {
        // Cohen 1968, Psychological Bulletin 70, table 1: 200 cases, disagreements 1, 3 and 6.
        let counts = [[88, 14, 18], [10, 40, 10], [2, 6, 12]]
        var rows: [[String?]] = []
        for (first, line) in counts.enumerated() {
            for (second, count) in line.enumerated() {
                rows += Array(repeating: ["\(first)", "\(second)"], count: count)
            }
        }
        let ratings = try Ratings(rows)
        let identity = AgreementWeights.identity.matrix(scores: ratings.scores)
        #expect(abs(try #require(ratings.cohenKappa(identity).estimate) - 0.492) <= 0.0005)
        let weights = Matrix(
            rowsOf: [[6, 5, 3], [5, 6, 0], [3, 0, 6]].map { $0.map { $0 / 6 } }
        )
        #expect(abs(try #require(ratings.cohenKappa(weights).estimate) - 0.348) <= 0.0005)
    }

    @Test func `two raters: Conger's and Light's kappa are Cohen's`() throws {
        let rows: [[String?]] = [
            ["a", "a"], ["a", "b"], ["b", "b"], ["b", "b"], ["c", "a"], ["c", "c"],
        ]
        let ratings = try Ratings(rows)
        let identity = AgreementWeights.identity.matrix(scores: ratings.scores)
        let cohen = ratings.cohenKappa(identity)
        #expect(ratings.congerKappa(identity).estimate == cohen.estimate)
        let light = ratings.lightKappa(identity)
        #expect(abs(try #require(light.estimate) - #require(cohen.estimate)) < 1e-14)
        #expect(
            abs(try #require(light.standardError) - #require(cohen.standardError)) < 1e-14
        )
    }

    @Test func `all ratings of one category leave kappa and alpha undefined, not 1`() throws {
        let ratings = try Ratings(Array(repeating: ["yes", "yes", "yes"], count: 8))
        let identity = AgreementWeights.identity.matrix(scores: ratings.scores)
        let fleiss = ratings.fleissKappa(identity)
        #expect(fleiss.estimate == nil)
        #expect(fleiss.observed == 1)
        #expect(
            fleiss.warnings == [
                "Chance alone gives full agreement here, so the coefficient is undefined."
            ]
        )
        #expect(ratings.krippendorffAlpha(.nominal).estimate == nil)
        #expect(
            ratings.gwetAC(identity).warnings == [
                "There is one category only; name all categories that could be chosen."
            ]
        )
        // With the category that nobody chose AC1 knows that they agreed.
        let both = try Ratings(
            Array(repeating: ["yes", "yes", "yes"], count: 8),
            categories: ["no", "yes"]
        )
        let weights = AgreementWeights.identity.matrix(scores: both.scores)
        #expect(both.gwetAC(weights).estimate == 1)
    }

    @Test func `units with one rating each have no agreement`() throws {
        let ratings = try Ratings([["a", nil], [nil, "b"]])
        let identity = AgreementWeights.identity.matrix(scores: ratings.scores)
        #expect(ratings.percentAgreement == nil)
        #expect(ratings.gwetAC(identity).estimate == nil)
        #expect(
            ratings.fleissKappa(identity).warnings == [
                "No unit has two ratings, so agreement is undefined."
            ]
        )
    }

    @Test func `one rater, and a rating that is no category, are refused`() {
        #expect(throws: StatisticsError.notEnough(what: "raters", found: 1, needed: 2)) {
            try Ratings([["a"], ["b"]])
        }
        #expect(
            throws: StatisticsError.unsuited(expected: "ratings from the list of categories")
        ) { try Ratings([["a", "x"]], categories: ["a", "b"]) }
    }

    @Test func `AC1 and kappa come back from raters who guess when they do not know`() throws {
        // Two categories of equal prevalence; each rater knows with chance 0.8, else tosses a coin:
        // both agree with chance 0.64 + 0.36/2, so kappa is 0.64.
        var chance = SeededGenerator(seed: 77)
        var covered = 0
        for _ in 0..<400 {
            let rows = (0..<80).map { _ -> [String?] in
                let truth = chance.uniform() < 0.5 ? "a" : "b"
                return (0..<2).map { _ in
                    chance.uniform() < 0.8 ? truth : (chance.uniform() < 0.5 ? "a" : "b")
                }
            }
            let ratings = try Ratings(rows)
            let weights = AgreementWeights.identity.matrix(scores: ratings.scores)
            let found = try #require(ratings.cohenKappa(weights).interval(level: 0.95))
            if found.lower <= 0.64, 0.64 <= found.upper { covered += 1 }
        }
        #expect((0.91...0.98).contains(Double(covered) / 400), "\(covered) of 400")
    }

    @Test func `an order that is only spelling is said when it matters`() throws {
        let table = DataTable([
            (name: "r1", cells: ["none", "some", "much", "some"]),
            (name: "r2", cells: ["none", "much", "much", "some"]),
        ])
        let spelt =
            "The categories are texts and no order was given, so they were put in the order of "
            + "their spelling; name them in the option categories."
        let method = try StatMethod.named("gwet-ac")
        #expect(try method.run(table).warnings.isEmpty)
        let linear = JSONValue.object(["weights": .string("linear")])
        #expect(try method.run(table, options: linear).warnings == [spelt])
        let ordered = JSONValue.object([
            "weights": .string("linear"),
            "categories": .array(["none", "some", "much"].map { .string($0) }),
        ])
        #expect(try method.run(table, options: ordered).warnings.isEmpty)
    }

    @Test func `percent agreement and prevalence stand beside every coefficient`() throws {
        let table = DataTable([
            (name: "unit", cells: (0..<20).map { "\($0)" }),
            (name: "r1", cells: (0..<20).map { $0 == 0 ? "no" : "yes" }),
            (name: "r2", cells: (0..<20).map { $0 == 1 ? "no" : "yes" }),
        ])
        for name in ["kappa", "fleiss-kappa", "conger", "light", "gwet-ac", "krippendorff-alpha"] {
            let result = try StatMethod.named(name).run(table)
            #expect(result.number("percent-agreement") == 0.9)
            #expect(abs(try #require(result.number("prevalence", "1", "share")) - 0.95) < 1e-12)
            #expect(
                result.warnings == [
                    "More than nine in ten ratings are of one category; kappa and alpha are low "
                        + "then even where raters seldom differ. Read percent agreement and AC1 "
                        + "beside it."
                ]
            )
        }
    }
}

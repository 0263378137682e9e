import Statistics
import Testing

struct UnequalProbabilityTests {
    @Test func `a negative variance is reported as it is`() throws {
        // π = 0.5 each, drawn together almost always: Sen-Yates-Grundy goes below 0.
        var joint = Matrix(diagonal: [0.5, 0.5])
        joint[0, 1] = 0.45
        joint[1, 0] = 0.45
        let design = UnequalProbabilityDesign(
            probabilities: [0.5, 0.5],
            strata: [0, 0],
            joint: try JointInclusion(joint: joint),
            form: .senYatesGrundy
        )
        let found = design.total([[1, 3]])
        // −Δ̌ (2 − 6)² with Δ̌ = (0.45 − 0.25)/0.45
        #expect(abs(try #require(found.estimates[0].variance) + 16 * 0.2 / 0.45) < 1e-12)
        #expect(found.estimates[0].standardError == nil)
        #expect(found.estimates[0].interval(.t, level: 0.95) == nil)
        #expect(
            found.warnings == [
                "A variance is negative, as this estimator allows; it is given as it is and there "
                    + "is no standard error or interval for it."
            ]
        )
    }

    @Test func `with the joint probabilities of a simple sample it is the textbook variance`()
        throws
    {
        let n = 4.0
        let size = 10.0
        var joint = Matrix(rows: 4, columns: 4, filledWith: n * (n - 1) / (size * (size - 1)))
        for place in 0..<4 { joint[place, place] = n / size }
        let values = [3.0, 7, 8, 14]
        let simple = try SurveyDesign(
            weights: values.map { _ in size / n },
            populations: [values.map { _ in size }]
        )
        let expected = try #require(simple.total([values]).estimates[0].variance)
        for form in JointInclusion.Form.allCases {
            let design = UnequalProbabilityDesign(
                probabilities: values.map { _ in n / size },
                strata: [0, 0, 0, 0],
                joint: try JointInclusion(joint: joint),
                form: form
            )
            let found = try #require(design.total([values]).estimates[0].variance)
            #expect(abs(found - expected) < 1e-9 * expected)
        }
    }

    @Test func `a pair without a joint probability is refused`() throws {
        let table = DataTable(numbers: ["prob": [0.5, 0.5], "value": [1, 3]])
        let pairs = DataTable(numbers: ["first": [1], "second": [1], "probability": [0.5]])
        #expect(
            throws: StatisticsError.unsuited(
                expected: "a probability above 0, at most 1, for each pair of units"
            )
        ) {
            try StatMethod.named("survey-pps").run(
                table,
                options: .object(["method": .string("joint")]),
                tables: ["joint": pairs]
            )
        }
    }
}

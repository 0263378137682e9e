import Statistics
import Testing

struct ProportionAndQuantileTests {
    @Test func `nobody with the trait has no logit interval, but a beta and a Wilson one`() throws {
        let design = try SurveyDesign(weights: Array(repeating: 3, count: 20))
        let none = Array(repeating: 0.0, count: 20)
        let logit = design.proportion(none, .logit)
        #expect(logit.estimate.estimate == 0)
        #expect(logit.interval == nil)
        #expect(
            logit.warnings == [
                "The logit interval is undefined for a share without variance; beta and wilson give "
                    + "one."
            ]
        )
        let beta = design.proportion(none, .beta)
        // Clopper and Pearson's upper end at 0 of 20: 1 − 0.025^(1/20) = 0.168433…
        let interval = try #require(beta.interval)
        #expect(interval.lower == 0)
        #expect(abs(interval.upper - 0.16843347098308536) < 1e-9)
        #expect(
            beta.warnings == [
                "The sample has no variance, so the number of rows stands for the effective size."
            ]
        )
        #expect(try #require(design.proportion(none, .wilson).interval).lower == 0)
    }

    @Test func `Wilson's interval of a plain sample is that of its effective size`() throws {
        let design = try SurveyDesign(weights: Array(repeating: 1, count: 50))
        let trait = (0..<50).map { $0 < 10 ? 1.0 : 0 }
        let found = design.proportion(trait, .wilson, reference: .z)
        // Without replacement the variance has n − 1 below, so 49 stands for 50.
        #expect(abs(try #require(found.effectiveSize) - 49) < 1e-9)
        let interval = try #require(found.interval)
        #expect(interval.lower > 0.11 && interval.lower < 0.12)
        #expect(interval.upper > 0.33 && interval.upper < 0.34)
    }

    @Test func `a tie of the weighted distribution does not depend on rounding`() throws {
        // Ten equal weights of 0.1 do not add up to 1 in binary.
        let design = try SurveyDesign(weights: Array(repeating: 0.1, count: 10))
        let values = (1...10).map(Double.init)
        for decile in 1...9 {
            let p = Double(decile) / 10
            #expect(design.quantile(values, at: p, rule: .math).estimate == Double(decile))
            #expect(design.quantile(values, at: p, rule: .school).estimate == Double(decile) + 0.5)
        }
    }

    @Test func `an end beyond the sample is undefined`() throws {
        let design = try SurveyDesign(weights: [1, 1, 1])
        let found = design.quantile([1, 2, 3], at: 0.9)
        #expect(found.estimate == 3)
        #expect(found.standardError == nil || found.upper != nil)
        let low = design.quantile([1, 2, 3], at: 0.1)
        #expect(low.lower == nil)
        #expect(
            low.warnings == ["An end of the interval lies outside the sample, so it is undefined."]
        )
    }

    @Test func `a value that is no 0 or 1 is refused`() {
        let table = DataTable(numbers: ["weight": [1, 1], "value": [1, 2]])
        #expect(throws: StatisticsError.outOfRange(row: 3, column: "value", expected: "0 or 1")) {
            try StatMethod.named("survey-proportion").run(table)
        }
    }
}

import CaseFileStudies
import Definitions
import Disclosure
import Domain
import Pipeline
import Statistics
import Testing

struct FigureTests {
    @Test func `coders that do not agree get no figure`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1)
        var state = try study.state(seed: "x")
        var chance = SeededGenerator(seed: 3)
        state.codings = state.codings.map { coding in
            guard coding.round == .second else { return coding }
            let value = chance.uniform() < 0.5 ? "yes" : "no"
            return Coding(
                file: coding.file,
                coder: coding.coder,
                round: coding.round,
                day: coding.day,
                answers: ["safety-plan-present": Coding.Answer(value: value)]
            )
        }
        let figure = try EstimateStage(instrument: study.instrument).run(state)[0]
        #expect(!figure.isAgreed)
        #expect(figure.value == nil && figure.interval == nil && figure.bounds == nil)
        #expect(figure.files > 400)
    }

    @Test func `bounds hold what any answer of those who did not take part would give`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1)
        var chance = SeededGenerator(seed: 9)
        let state = try study.state(seed: "x") { _ in chance.uniform() < 0.6 }
        let figure = try EstimateStage(instrument: study.instrument).run(state)[0]
        let bounds = try #require(figure.bounds)
        let value = try #require(figure.value?.estimate)
        #expect(bounds.lower < value && value < bounds.upper)
        // 40 % are hidden, so that is how wide it is.
        #expect(abs(bounds.upper - bounds.lower - 0.4) < 0.06)
        let response = try Response(state)
        #expect(response.groups[0].asked == state.sample.count)
        #expect(abs((response.groups[0].rate ?? 0) - 0.6) < 0.06)
        #expect((response.indicator?.estimate ?? 0) > 0.8)
    }

    @Test func `a combined estimate meets the counts of the register`() throws {
        let study = try MadeStudy(organisations: 30, seed: 1) {
            $0.replacing("strata: none", with: "strata: referrer")
                .replacing("double-coding", with: "calibrate: [referrer]\ndouble-coding")
                .replacing(
                    "estimates:",
                    with: """
                          - {id: gp, title: {nl: H, en: GP}, referrers: ["02"], margin: 0.2}
                        estimates:
                        """
                )
        }
        let state = try study.state(seed: "x")
        let figures = try EstimateStage(instrument: study.instrument).run(state, calibrates: true)
        for (figure, count) in zip(figures, [study.frame.fileCount, counted("02", study)]) {
            let total = try #require(figure.total?.estimate)
            let share = try #require(figure.value?.estimate)
            #expect(abs(total - share * Double(count)) < 1e-6 * total)
            let interval = try #require(figure.totalInterval)
            #expect(interval.lower < total && total < interval.upper)
        }
        let table = StudyTables.estimates(figures, state)
        let country = CellTable.Region(geography: .country, code: "NL01")
        #expect(table.value(country, ["plan", "gp"], "counted") == Int64(counted("02", study)))
    }

    private func counted(_ referrer: String, _ study: MadeStudy) -> Int {
        study.frame.organisations.reduce(0) { $0 + $1.files.count { $0.referrer == referrer } }
    }

    @Test func `leaning and error of coders come back from double readings`() throws {
        var chance = SeededGenerator(seed: 5)
        var errors = 0.0
        var leanings = 0.0
        let rounds = 400
        for _ in 0..<rounds {
            let leaning = (0..<6).map { _ in 0.3 * chance.normal() }
            let differences = (0..<120).map { _ in
                let first = chance.index(below: 6)
                let second = (first + 1 + chance.index(below: 5)) % 6
                let gap =
                    leaning[first] - leaning[second] + 0.5 * (chance.normal() - chance.normal())
                return (first: "C\(first)", second: "C\(second)", difference: gap)
            }
            let found = try #require(CoderVariance(differences))
            errors += found.error / Double(rounds)
            leanings += (found.leaning ?? 0) / Double(rounds)
        }
        #expect(abs(errors - 0.25) < 0.005)
        #expect(abs(leanings - 0.09) < 0.01)
    }

    @Test func `a negative variance between coders is given as it is`() throws {
        // Two coders whose mean difference is nil although single ones are large.
        let found = try #require(
            CoderVariance([
                ("A", "B", 1), ("A", "B", -1), ("A", "B", 1), ("A", "B", -1),
            ])
        )
        #expect(abs(found.error - 2.0 / 3) < 1e-12)
        // (mean² − s²/n) ÷ 2 = −(4/3)/4/2.
        #expect(abs((found.leaning ?? 0) + 1.0 / 6) < 1e-12)
        #expect(found.added(weights: [("A", 10)]) < 0)
    }

    @Test func `a cell under the threshold of unweighted files is withheld with its figure`() throws
    {
        let study = try MadeStudy(organisations: 30, seed: 1)
        let state = try study.state(seed: "x")
        let whole = try EstimateStage(instrument: study.instrument).run(state)[0]
        let profile = try #require(study.definitions.profiles["cbs"])
        let country = CellTable.Region(geography: .country, code: "NL01")
        func shown(files: Int, with: Int) -> [ProtectedTable.Value?] {
            let figure = StudyFigure(
                estimate: "plan",
                domain: "T",
                files: files,
                with: with,
                missing: 0,
                isAgreed: true,
                value: whole.value,
                coderVariance: nil,
                interval: whole.interval,
                convention: "logit",
                bounds: whole.bounds,
                total: nil,
                totalInterval: nil,
                warnings: []
            )
            let table = DisclosureStage(profile: profile)
                .run(StudyTables.estimates([figure], state))
            return ["files", "estimate", "lower", "bound_upper"].map {
                table.value(country, ["plan", "T"], $0)
            }
        }
        let all = [ProtectedTable.Value?](repeating: .suppressed, count: 3)
        #expect(shown(files: 9, with: 0) == [.suppressed] + all)
        #expect(shown(files: 40, with: 4) == [.shown(40)] + all)
        #expect(shown(files: 40, with: 36) == [.shown(40)] + all)
        let estimate = Int64(((whole.value?.estimate ?? 0) * 1000).rounded())
        #expect(shown(files: 40, with: 20)[1] == .shown(estimate))
    }

    @Test func `jackknife and bootstrap come near the linearisation`() throws {
        let study = try MadeStudy(organisations: 60, seed: 1)
        let state = try study.state(seed: "x")
        func error(_ method: EstimateStage.VarianceMethod) throws -> Double {
            let stage = EstimateStage(instrument: study.instrument, variance: method)
            return try #require(try stage.run(state)[0].value?.standardError)
        }
        let linear = try error(.linearisation)
        #expect(abs(try error(.jackknife) / linear - 1) < 0.3)
        #expect(abs(try error(.bootstrap) / linear - 1) < 0.3)
    }
}

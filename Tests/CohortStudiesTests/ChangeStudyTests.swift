import CohortStudies
import Definitions
import Domain
import Statistics
import Testing

/// Change as the literature has it, and a truth that comes back although many were lost.
struct ChangeStudyTests {
    let definitions: DefinitionSet

    init() throws { definitions = try MadeDefinitions.load() }

    /// The worked example of Jacobson and Truax.
    ///
    /// *J. Consult. Clin. Psychol.* 59 (1991) 12–19, table 1 and pp. 13–14: a patient from 32.5 to
    /// 47.5; clinical M 40, s 7.5, functional M 60, s 7.5, r .80.
    private static let worked = """
        id: worked
        version: 1
        title: {nl: Voorbeeld, en: Example}
        reference: {nl: Jacobson en Truax 1991, en: Jacobson and Truax 1991}
        licence: invented
        direction: higher-is-better
        norms:
          - {population: clinical, mean: 40, deviation: 7.5, reliability: 0.80, source: {nl: JT, en: JT}}
          - {population: functional, mean: 60, deviation: 7.5, reliability: 0.80, source: {nl: JT, en: JT}}
        """

    private func judge(_ cutoff: String) throws -> ChangeStudy.Figure {
        let questionnaire = try Questionnaire.read(ChangeStudyTests.worked, file: "worked.yaml")
        let made = try MadeCohort(definitions, persons: 3, seed: 1)
        let request = made.request.measuring([
            CohortRequest.Measure(
                questionnaire: "worked",
                method: "JT",
                cutoff: cutoff,
                critical: nil
            )
        ])
        // The patient of the paper, one just below 1.96 errors of a difference, one who got worse.
        let scores = [(32.5, 47.5), (40, 49.2), (45, 30)]
        var measurements: [Measurement] = []
        for (participant, pair) in zip(made.state.participants, scores) {
            for (wave, day, score) in [("start", 10, pair.0), ("year", 365, pair.1)] {
                measurements.append(
                    Measurement(
                        participant: participant.code,
                        wave: wave,
                        day: participant.day + Int32(day),
                        answers: ["worked.score": score]
                    )
                )
            }
        }
        let state = CohortState(
            request: request,
            questionnaires: ["worked": questionnaire],
            participants: made.state.participants,
            seed: "x",
            contacts: made.state.contacts,
            measurements: measurements
        )
        return try #require(ChangeStudy.figures(state).first)
    }

    @Test(arguments: [("a", 55.0), ("b", 45.0), ("c", 50.0)])
    func `the cut-offs of Jacobson and Truax come out`(_ name: String, _ score: Double) throws {
        let figure = try judge(name)
        #expect(abs((figure.cutoff ?? 0) - score) < 1e-9)
        // The paper rounds to S_E 3.35 and RC 3.16.
        #expect(abs(figure.errorOfMeasurement - 3.35) < 0.005)
        let index = 15 / (2 * figure.errorOfMeasurement * figure.errorOfMeasurement).squareRoot()
        #expect(abs(index - 3.16) < 0.005)
    }

    @Test func `the patient of the paper is improved by c and recovered by b`() throws {
        #expect(try judge("c").stands["P00001"] == .improved)
        #expect(try judge("b").stands["P00001"] == .recovered)
        #expect(try judge("c").stands["P00002"] == .unchanged)
        #expect(try judge("c").stands["P00003"] == .deteriorated)
        let shares = try judge("b").shares
        #expect(shares.map(\.with) == [1, 0, 1, 1])
        #expect(shares.allSatisfy { $0.persons == 3 && $0.lost == 0 })
    }

    @Test func `the truth comes back inside its interval although many were lost`() throws {
        // Each of 40 cohorts covers with 0.95: fewer than 34 has a chance of 1 in 1 400.
        var covered = 0
        var biased = 0
        for seed in 1...40 {
            let made = try MadeCohort(definitions, persons: 500, seed: UInt64(seed))
            let figure = try #require(ChangeStudy.figures(made.state).first)
            let share = figure.shares[0]
            let limits = try #require(share.interval)
            if limits.lower <= made.recovered, made.recovered <= limits.upper { covered += 1 }
            // Unweighted the lost are forgotten, and the share is too high.
            let naive = Double(share.with) / Double(share.persons)
            if naive > (share.share ?? 1) { biased += 1 }
            let bounds = try #require(share.bounds)
            #expect(bounds.lower <= made.recovered && made.recovered <= bounds.upper)
        }
        #expect(covered >= 34)
        #expect(biased >= 39)
    }

    @Test func `violence in classes comes back too`() throws {
        var covered = 0
        for seed in 1...40 {
            let made = try MadeCohort(definitions, persons: 500, seed: UInt64(100 + seed))
            let year = try #require(ViolenceWaves.figures(made.state).last)
            let limits = try #require(year.shares[0].interval)
            if limits.lower <= made.withoutViolence, made.withoutViolence <= limits.upper {
                covered += 1
            }
        }
        #expect(covered >= 34)
    }
}

import CohortStudies
import Definitions
import Statistics
import Testing

/// Repeated violence by hand, and a truth that comes back.
struct RepeatedViolenceTests {
    let definitions: DefinitionSet

    init() throws { definitions = try MadeDefinitions.load() }

    private func state(_ followed: [(days: Int, again: Int?, placed: Int?)]) throws -> CohortState {
        let made = try MadeCohort(definitions, persons: followed.count, seed: 1)
        let measurements = zip(made.state.participants, followed).map { participant, own in
            var answers = [Measurement.incidents: 0.0]
            if let again = own.again { answers[Measurement.repeated] = Double(again) }
            if let placed = own.placed { answers[Measurement.placed] = Double(placed) }
            return Measurement(
                participant: participant.code,
                wave: "year",
                day: participant.day + Int32(own.days),
                answers: answers
            )
        }
        return CohortState(
            request: made.request,
            questionnaires: made.state.questionnaires,
            participants: made.state.participants,
            seed: "x",
            contacts: made.state.contacts,
            measurements: measurements
        )
    }

    @Test func `a small cohort by hand`() throws {
        // Six followed: again on day 50; placed on 80; followed to 100; again on 150; to 400 twice.
        let figures = RepeatedViolence.figures(
            try state([
                (350, 50, nil), (350, nil, 80), (100, nil, nil), (350, 150, nil), (400, nil, nil),
                (400, nil, nil),
            ])
        )
        #expect(figures.map(\.days) == [90, 180, 365])
        // By day 90: 1/6. By day 180: 1/6 + (5/6)(4/5)(1/3) = 7/18; alone 1 − (5/6)(2/3) = 4/9.
        #expect(abs((figures[0].incidence ?? 0) - 1.0 / 6) < 1e-12)
        #expect(abs((figures[1].incidence ?? 0) - 7.0 / 18) < 1e-12)
        #expect(abs((figures[1].complement ?? 0) - 4.0 / 9) < 1e-12)
        #expect(figures.map(\.with) == [1, 2, 2])
        #expect(figures.map(\.without) == [4, 2, 2])
        #expect(figures.allSatisfy { $0.persons == 6 })
    }

    @Test func `a day nobody was followed to has no figure`() throws {
        let figures = RepeatedViolence.figures(try state([(100, nil, nil), (120, 30, nil)]))
        #expect(figures[0].incidence != nil)
        #expect(figures[1].incidence == nil && figures[1].complement == nil)
    }

    @Test func `the incidence that was made comes back inside its interval`() throws {
        var covered = 0
        for seed in 1...40 {
            var chance = SeededGenerator(seed: UInt64(seed))
            // Violence again for 30 % of those not placed first, evenly over a year; 20 % placed.
            var followed: [(days: Int, again: Int?, placed: Int?)] = []
            for _ in 0..<400 {
                let again = chance.uniform() < 0.3 ? Int(chance.uniform() * 360) : nil
                let placed = chance.uniform() < 0.2 ? Int(chance.uniform() * 360) : nil
                let end = 60 + Int(chance.uniform() * 340)
                followed.append(
                    (
                        end, again.flatMap { $0 <= end ? $0 : nil },
                        placed.flatMap { $0 <= end ? $0 : nil }
                    )
                )
            }
            let figure = RepeatedViolence.figures(try state(followed))[1]
            let limits = try #require(figure.incidenceInterval)
            // By the law of the generator: ∫ of 0.3/360 (1 − 0.2 t/360) to day 180.
            let expected = 0.3 * 0.5 - 0.3 * 0.2 * 0.25 / 2
            if limits.lower <= expected, expected <= limits.upper { covered += 1 }
        }
        #expect(covered >= 34)
    }
}

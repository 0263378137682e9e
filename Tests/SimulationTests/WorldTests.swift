import Definitions
import Simulation
import Testing
import TestSupport

struct WorldTests {
    @Test func `the counts are those of the events one by one`() throws {
        let definitions = try SmallWorlds.definitions()
        let rates = WorldRates(definitions)
        struct Key: Hashable {
            let half: Int
            let event: SimulationDefinitions.Event
            let isSexual: Bool
        }
        var heard: [Key: Int] = [:]
        let counts = World.run(definitions.settings, before: rates, after: rates, seed: 67) {
            heard[Key(half: $0, event: $1, isSexual: $2.isSexual), default: 0] += 1
        }
        #expect(
            counts.halfYears.count
                == definitions.settings.baseline + definitions.settings.followUp
        )
        var total = 0
        for (place, half) in counts.halfYears.enumerated() {
            for event in SimulationDefinitions.Event.allCases {
                let sexual = heard[Key(half: place, event: event, isSexual: true)] ?? 0
                let other = heard[Key(half: place, event: event, isSexual: false)] ?? 0
                #expect(half.count(event, onlySexual: true) == sexual)
                #expect(half.count(event, onlySexual: false) == sexual + other)
                total += sexual + other
            }
            #expect(half.repeats <= half.atRisk)
            #expect(half.suspected <= half.count(.violence, onlySexual: false))
        }
        #expect(total > 3000)
    }

    @Test func `children with violence in a year lie within the bounds of the prevalence study`()
        throws
    {
        // NPM-2017: 26 to 37 for each 1000 children, by parents and carers.
        let definitions = try SmallWorlds.definitions(children: 30_000)
        let rates = WorldRates(definitions)
        let counts = World.run(definitions.settings, before: rates, after: rates, seed: 1)
        let mean =
            Double(counts.halfYears.reduce(0) { $0 + $1.inYear })
            / Double(counts.halfYears.count) / 30
        #expect((26...37).contains(mean), "\(mean)")
    }

    @Test func `a planted decrease of a fifth in repeat violence comes back`() throws {
        // Without an effect of help every child has the same chance, so the truth is exactly −20 %.
        let definitions = try SmallWorlds.definitions(values: ["help-effect": 1])
        let before = WorldRates(definitions)
        let after = WorldRates(definitions, factors: definitions.scenarios[0].factors)
        var changes: [Double] = []
        for seed in 0..<60 {
            let counts = World.run(
                definitions.settings,
                before: before,
                after: after,
                seed: UInt64(seed)
            )
            changes.append(
                try #require(counts.change(.repeat, baseline: definitions.settings.baseline))
            )
        }
        let mean = changes.reduce(0, +) / 60
        let variance = changes.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 59
        #expect(abs(mean + 0.2) < 4 * (variance / 60).squareRoot() + 0.002)
    }

    @Test func `a rule of registration changes nothing in the world`() throws {
        let definitions = try SmallWorlds.definitions()
        let rule = try #require(definitions.scenarios.first { $0.id == "registration-rule" })
        let rates = WorldRates(definitions)
        let ruled = WorldRates(definitions, factors: rule.factors)
        #expect(
            World.run(definitions.settings, before: rates, after: ruled, seed: 5)
                == World.run(definitions.settings, before: rates, after: rates, seed: 5)
        )
    }
}

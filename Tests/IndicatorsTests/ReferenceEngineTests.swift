import Columns
import Definitions
import Domain
import Indicators
import TestSupport
import Testing

@Suite("The engine and its slow twin")
struct ReferenceEngineTests {
    @Test(arguments: 1...72)
    func `a random country gives the same tables, line for line`(seed: Int) throws {
        let country = NastyCountry(seed: UInt64(seed))
        let folder = try TestFolder()
        let received = try ReceivedDeliveries(
            paths: country.write(to: folder),
            in: folder,
            definitions: TestDefinitions.linked(),
            workers: Workers(cores: 1 + seed % 2)
        )
        let boundaries = [2020, 2021, 2018, 2023][seed % 4]
        let stage = try received.stage(
            population: country.populationCSV,
            boundaries: boundaries,
            workers: Workers(cores: 1 + seed % 2)
        )
        let twin = ReferenceEngine(
            deliveries: country.deliveries,
            definitions: received.definitions,
            boundaries: boundaries,
            population: country.population
        )
        for source in TestSupport.sources {
            let own = received.definitions.indicators.values.filter { $0.source == source }
            let halves = country.periods(of: source)
            #expect(try stage.periods(of: source) == halves)
            let years = Set(halves.map(\.year)).sorted().map { Period.year($0) }
            try compare(stage, twin, own.map(\.id), halves.map { .halfYear($0) })
            try compare(stage, twin, own.filter(\.worksForYears).map(\.id), years)
        }
    }

    private func compare(
        _ stage: IndicatorStage,
        _ twin: ReferenceEngine,
        _ ids: [String],
        _ periods: [Period]
    ) throws {
        var absent: Set<String> = []
        let found = try stage.lines(ids, periods) { absent.insert("\($0.indicator) \($0.period)") }
        #expect(found.count + absent.count == ids.count * periods.count)
        for id in ids.sorted() {
            for period in periods {
                let lines = found["\(id) \(period)"] ?? []
                let expected = twin.lines(id, period)
                #expect(absent.contains("\(id) \(period)") == !twin.exists(id, period))
                guard lines != expected else { continue }
                let missing = Set(expected).subtracting(lines).sorted()
                let extra = Set(lines).subtracting(expected).sorted()
                Issue.record(
                    """
                    \(id) \(period): \(missing.count) lines missing, \(extra.count) too many
                    missing: \(missing.prefix(6))
                    too many: \(extra.prefix(6))
                    """
                )
            }
        }
    }

    @Test func `the countries hold what the rules are about`() throws {
        let definitions = try TestDefinitions.fewMunicipalities()
        var merging = 0
        var vintages = 0
        var repeats = 0
        var lost = 0
        var transfers = 0
        var counted: [String: Int] = [:]
        let telling = [
            "BJ-07": ",no_new_start,", "BJ-08": ",satisfaction_mean,",
            "BJ-09": ",with_residence_standardised,", "JB-03": ",07,ended,", "JB-04": ",repeat,",
            "JB-05": ",youths,",
        ]
        for seed in 1...72 {
            let country = NastyCountry(seed: UInt64(seed))
            let twin = ReferenceEngine(deliveries: country.deliveries, definitions: definitions)
            let plain = ReferenceEngine(
                deliveries: country.deliveries,
                definitions: definitions,
                merges: false
            )
            let first = ReferenceEngine(
                deliveries: country.deliveries,
                definitions: definitions,
                usesLatestVintage: false
            )
            for period in country.periods(of: "jeugdhulp").map({ Period.halfYear($0) }) {
                let started = twin.lines("BJ-04", period)
                if started != plain.lines("BJ-04", period) { merging += 1 }
                if started != first.lines("BJ-04", period) { vintages += 1 }
                if started.contains(where: { $0.contains(",repeat,") }) { repeats += 1 }
            }
            for period in country.periods(of: "jeugdbescherming").map({ Period.halfYear($0) })
            where twin.lines("JB-01", period).contains(where: { $0.contains(",transfer_in,") }) {
                transfers += 1
            }
            for (id, line) in telling where counted[id, default: 0] <= 20 {
                let source = id == "JB-03" || id == "JB-04" ? "jeugdbescherming" : "jeugdhulp"
                for period in country.periods(of: source).map({ Period.halfYear($0) })
                where twin.lines(id, period).contains(where: { $0.contains(line) }) {
                    counted[id, default: 0] += 1
                }
            }
            let holders = Dictionary(grouping: country.deliveries) { $0.source + $0.holder }
            if holders.values.contains(where: { deliveries in
                let own = Set(deliveries.map(\.period))
                return own.contains { !own.contains($0.next) && $0 < (own.max() ?? $0) }
            }) {
                lost += 1
            }
        }
        #expect(merging > 20)
        #expect(vintages > 20)
        #expect(repeats > 20)
        #expect(lost > 10)
        #expect(transfers > 20)
        for id in telling.keys.sorted() { #expect(counted[id, default: 0] > 10, "\(id)") }
    }
}

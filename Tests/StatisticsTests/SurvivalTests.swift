import Foundation
import Statistics
import Testing

struct SurvivalTests {
    // Freireich et al. 1963, in Gehan, Biometrika 52 (1965) 203–223: weeks of remission.
    static let treated = """
        6,1,6-MP|6,1,6-MP|6,1,6-MP|6,0,6-MP|7,1,6-MP|9,0,6-MP|10,1,6-MP|10,0,6-MP|11,0,6-MP|\
        13,1,6-MP|16,1,6-MP|17,0,6-MP|19,0,6-MP|20,0,6-MP|22,1,6-MP|23,1,6-MP|25,0,6-MP|32,0,6-MP|\
        32,0,6-MP|34,0,6-MP|35,0,6-MP
        """
    static let placebo = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]
    static var leukaemia: String {
        "time,status,group\n" + treated.split(separator: "|").joined(separator: "\n") + "\n"
            + placebo.map { "\($0),1,placebo" }.joined(separator: "\n") + "\n"
    }

    // Kleinbaum and Klein, Survival Analysis (2012) ch. 2: the curve and the log-rank test.
    @Test func `remission of leukaemia is that of the textbooks`() throws {
        let curve = try StatMethod.named("kaplan-meier").run(DataTable(csv: Self.leukaemia))
        let steps = [(0, 0.857), (1, 0.807), (3, 0.753), (5, 0.690), (6, 0.627), (10, 0.538)]
        for (step, survival) in steps {
            let found = curve.number("groups", "0", "curve", "\(step)", "survival") ?? 0
            #expect(abs(found - survival) < 5e-4)
        }
        #expect(curve.number("groups", "0", "quantiles", "0", "time") == 23)
        #expect(curve.number("groups", "1", "quantiles", "0", "time") == 8)
        let test = try StatMethod.named("log-rank").run(DataTable(csv: Self.leukaemia))
        #expect(abs((test.number("chi-squared") ?? 0) - 16.793) < 5e-4)
        #expect(abs((test.number("groups", "0", "expected") ?? 0) - 19.251) < 5e-4)
        #expect(abs((test.number("groups", "1", "expected") ?? 0) - 10.749) < 5e-4)
    }

    @Test func `when all are censored nothing is known of the median`() throws {
        let result = try StatMethod.named("kaplan-meier").run(
            DataTable(csv: "time,status\n3,0\n5,0\n")
        )
        #expect(result.warnings == ["The data: no events; times to event are undefined."])
        #expect(result.number("groups", "0", "restricted-mean") == 5)
        #expect(result.json.contains("\"time\": null"))
        let test = try StatMethod.named("log-rank").run(
            DataTable(csv: "time,status,group\n3,0,a\n5,0,b\n")
        )
        #expect(test.warnings == ["There are no events, so nothing is compared."])
        #expect(test.json.contains("\"chi-squared\": null"))
    }

    @Test func `events at a time come before censorings at that time`() {
        let table = EventTable(times: [4, 4, 4, 9], causes: [0, 1, 0, 1])
        #expect(table.rows.map(\.atRisk) == [4, 1])
        #expect(KaplanMeier(table).steps.map(\.survival) == [0.75, 0])
    }

    @Test func `who has not entered is not at risk`() {
        let table = EventTable(times: [5, 6, 7], causes: [1, 1, 1], entries: [0, 5, 6])
        #expect(table.rows.map(\.atRisk) == [1, 1, 1])
    }

    @Test func `rows in which something is wrong are named`() {
        #expect(throws: StatisticsError.outOfRange(row: 3, column: "status", expected: "0 or 1")) {
            try StatMethod.named("kaplan-meier").run(DataTable(csv: "time,status\n1,1\n2,2\n"))
        }
        #expect(
            throws: StatisticsError.outOfRange(row: 2, column: "entry", expected: "less than time")
        ) {
            try StatMethod.named("kaplan-meier").run(
                DataTable(csv: "entry,time,status\n2,2,1\n")
            )
        }
    }

    @Test func `incidences of all causes and survival add up to 1`() {
        var random = SeededGenerator(seed: 4)
        let times = (0..<200).map { _ in Double(1 + random.index(below: 30)) }
        let causes = (0..<200).map { _ in random.index(below: 4) }
        let table = EventTable(times: times, causes: causes, causeCount: 3)
        let survival = KaplanMeier(table).steps.map(\.survival)
        let curves = (1...3).map { CumulativeIncidence(table, cause: $0).steps.map(\.incidence) }
        for step in survival.indices {
            #expect(abs(survival[step] + curves.map { $0[step] }.reduce(0, +) - 1) < 1e-12)
        }
    }

    // The variance as it is written in the article: a sum over all earlier events at each time.
    @Test func `three running sums give the variance of the sum over all events`() {
        var random = SeededGenerator(seed: 6)
        for _ in 0..<20 {
            let times = (0..<60).map { _ in Double(1 + random.index(below: 15)) }
            let causes = (0..<60).map { _ in random.index(below: 3) }
            let table = EventTable(times: times, causes: causes, causeCount: 2)
            let steps = CumulativeIncidence(table, cause: 1).steps
            let survival = [1] + KaplanMeier(table).steps.map(\.survival)
            for (last, step) in steps.enumerated() {
                var variance = 0.0
                for (place, row) in table.rows.prefix(last + 1).enumerated() {
                    let after = survival[place + 1]
                    let later = step.incidence - steps[place].incidence
                    let share = after > 0 ? later / after : 0
                    for (d, factor) in [(row.events[0], 1 - share), (row.events[1], share)]
                    where d > 0 {
                        let scale = survival[place] / row.atRisk
                        let correction = d > 1 ? 1 - (d - 1) / (row.atRisk - 1) : 1
                        variance += scale * scale * d * correction * factor * factor
                    }
                }
                #expect(abs(step.error - variance.squareRoot()) < 1e-9)
            }
        }
    }

    @Test func `an exponential with competing risks comes back`() {
        var random = SeededGenerator(seed: 10)
        var times: [Double] = []
        var causes: [Int] = []
        for _ in 0..<5000 {
            let event = -log(1 - random.uniform()) / 0.3
            let censoring = 8 * random.uniform()
            times.append(min(event, censoring))
            causes.append(event > censoring ? 0 : random.uniform() < 2.0 / 3 ? 1 : 2)
        }
        let table = EventTable(times: times, causes: causes, causeCount: 2)
        let truth = 2.0 / 3 * (1 - exp(-0.3 * 4))
        let step = CumulativeIncidence(table, cause: 1).steps.last { $0.row.time <= 4 }
        #expect(abs((step?.incidence ?? 0) - truth) < 3 * (step?.error ?? 0))
        #expect((step?.error ?? 1) < 0.01)
        let mean = KaplanMeier(table).restrictedMean(until: 4)
        #expect(abs(mean.mean - (1 - exp(-1.2)) / 0.3) < 3 * mean.error)
    }

    @Test func `tests of alike groups reject about as often as they say`() {
        var random = SeededGenerator(seed: 14)
        var logRank = 0
        var gray = 0
        for _ in 0..<400 {
            var persons: [(time: Double, cause: Int, group: Int)] = []
            for place in 0..<80 {
                persons.append(
                    (
                        Double(1 + random.index(below: 20)), random.index(below: 3), place % 2
                    )
                )
            }
            let first = LogRank(
                strata: [persons.map { ($0.time, $0.cause == 1, -.infinity, $0.group) }],
                groupCount: 2
            )
            if first.chiSquared > 3.841 { logRank += 1 }
            if GrayTest(strata: [persons], groupCount: 2).chiSquared > 3.841 { gray += 1 }
        }
        #expect(logRank > 6 && logRank < 36)
        #expect(gray > 6 && gray < 36)
    }

    // By hand: three persons; the third is seen until 4 only.
    @Test func `a mean count is the sum of events over those at risk`() throws {
        let result = try StatMethod.named("recurrent").run(
            DataTable(csv: "id,time,status\na,2,1\na,5,1\na,9,0\nb,5,1\nb,8,0\nc,4,0\n")
        )
        #expect(result.n == 3)
        #expect(result.number("groups", "0", "curve", "0", "mean") == 1.0 / 3)
        #expect(abs((result.number("groups", "0", "curve", "1", "mean") ?? 0) - 4.0 / 3) < 1e-15)
    }

    @Test func `the rate of a Poisson process comes back`() {
        var random = SeededGenerator(seed: 15)
        var persons: [(start: Double, end: Double, events: [Double])] = []
        for _ in 0..<400 {
            let end = 2 + 8 * random.uniform()
            var events: [Double] = []
            var time = -log(1 - random.uniform()) / 0.5
            while time < end {
                events.append(time)
                time -= log(1 - random.uniform()) / 0.5
            }
            persons.append((0, end, events))
        }
        let step = MeanCumulativeCount(persons: persons).steps.last { $0.time <= 6 }
        #expect(abs((step?.mean ?? 0) - 3) < 3 * (step?.error ?? 0))
        #expect(abs((step?.error ?? 0) / (step?.poissonError ?? 1) - 1) < 0.2)
    }
}

import Statistics
import Testing

/// 2 000 samples from populations whose truth is known: 95 % intervals must hold it in 93–97 %.
struct SurveyCoverageTests {
    static let samples = 2000

    /// A population of strata of clusters of elements, skewed and correlated within clusters.
    struct Population {
        var clusters: [[[Double]]] = []

        init(strata: Int, clusters count: Int, elements: Int, seed: UInt64) {
            var chance = SeededGenerator(seed: seed)
            for stratum in 0..<strata {
                clusters.append(
                    (0..<count).map { _ in
                        let centre = Double(stratum) * 2 + chance.normal()
                        return (0..<elements).map { _ in centre + 2 * chance.normal() }
                    }
                )
            }
        }

        var mean: Double {
            let all = clusters.joined().joined()
            return all.reduce(0, +) / Double(all.count)
        }

        func share(above limit: Double) -> Double {
            let all = Array(clusters.joined().joined())
            return Double(all.count { $0 > limit }) / Double(all.count)
        }
    }

    static func chosen(_ count: Int, of all: Int, _ chance: inout SeededGenerator) -> [Int] {
        var places = Array(0..<all)
        for place in 0..<count {
            places.swapAt(place, place + chance.index(below: all - place))
        }
        return Array(places.prefix(count))
    }

    static func isInRange(_ covered: Int) -> Bool {
        (0.93...0.97).contains(Double(covered) / Double(samples))
    }

    @Test func `the mean of a stratified sample with correction`() throws {
        let population = Population(strata: 3, clusters: 40, elements: 1, seed: 1)
        var chance = SeededGenerator(seed: 2)
        var covered = 0
        let sizes = [8, 12, 16]
        for _ in 0..<Self.samples {
            var strata: [String] = []
            var values: [Double] = []
            var weights: [Double] = []
            for (stratum, size) in sizes.enumerated() {
                for place in Self.chosen(size, of: 40, &chance) {
                    strata.append("\(stratum)")
                    values.append(population.clusters[stratum][place][0])
                    weights.append(40 / Double(size))
                }
            }
            let design = try SurveyDesign(
                weights: weights,
                strata: strata,
                populations: [strata.map { _ in 40 }]
            )
            let interval = design.mean([values]).estimates[0].interval(.t, level: 0.95)
            let found = try #require(interval)
            if found.lower <= population.mean, population.mean <= found.upper { covered += 1 }
        }
        #expect(Self.isInRange(covered), "\(covered) of \(Self.samples)")
    }

    @Test func `mean, proportion, calibrated total and quantile of a two-stage sample`() throws {
        let population = Population(strata: 2, clusters: 60, elements: 12, seed: 3)
        let limit = 2.0
        let share = population.share(above: limit)
        let sorted = population.clusters.joined().joined().sorted()
        let median = sorted[sorted.count / 2 - 1]
        var chance = SeededGenerator(seed: 4)
        var meanCovered = 0
        var logitCovered = 0
        var wilsonCovered = 0
        var calibratedCovered = 0
        var medianCovered = 0
        for _ in 0..<Self.samples {
            var strata: [String] = []
            var psu: [String] = []
            var values: [Double] = []
            for stratum in 0..<2 {
                for cluster in Self.chosen(12, of: 60, &chance) {
                    for element in Self.chosen(3, of: 12, &chance) {
                        strata.append("\(stratum)")
                        psu.append("\(cluster)")
                        values.append(population.clusters[stratum][cluster][element])
                    }
                }
            }
            let design = try SurveyDesign(
                weights: values.map { _ in 20 },
                strata: strata,
                psu: psu,
                ssu: values.indices.map { "\($0)" },
                populations: [strata.map { _ in 60 }, strata.map { _ in 12 }]
            )
            func holds(_ interval: Interval?, _ truth: Double) -> Int {
                guard let interval else { return 0 }
                return interval.lower <= truth && truth <= interval.upper ? 1 : 0
            }
            let mean = design.mean([values]).estimates[0]
            meanCovered += holds(mean.interval(.t, level: 0.95), population.mean)
            let trait = values.map { $0 > limit ? 1.0 : 0 }
            logitCovered += holds(design.proportion(trait, .logit).interval, share)
            wilsonCovered += holds(design.proportion(trait, .wilson).interval, share)
            let ones = values.map { _ in 1.0 }
            let second = strata.map { $0 == "1" ? 1.0 : 0 }
            let calibrated = try design.calibrated(to: [1440, 720], of: [ones, second])
            let total = calibrated.total([values]).estimates[0]
            calibratedCovered += holds(total.interval(.t, level: 0.95), population.mean * 1440)
            let quantile = design.quantile(values, at: 0.5)
            if let lower = quantile.lower, let upper = quantile.upper {
                medianCovered += holds(Interval(lower, upper), median)
            }
        }
        #expect(Self.isInRange(meanCovered), "mean: \(meanCovered)")
        #expect(Self.isInRange(logitCovered), "logit: \(logitCovered)")
        #expect(Self.isInRange(wilsonCovered), "wilson: \(wilsonCovered)")
        #expect(Self.isInRange(calibratedCovered), "calibrated: \(calibratedCovered)")
        #expect(Self.isInRange(medianCovered), "median: \(medianCovered)")
    }
}

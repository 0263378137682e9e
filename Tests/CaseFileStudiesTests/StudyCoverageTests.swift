import CaseFileStudies
import Definitions
import Foundation
import Statistics
import Testing

/// Simulated samples from made countries: a 95 % interval must hold the truth in 93–97 %.
///
/// 200 samples a design as it stands, so that all tests stay quick; the full count by
/// `IJKPUNT_SIMULATIONS=2000 swift test --filter StudyCoverageTests`.
struct StudyCoverageTests {
    static let samples =
        ProcessInfo.processInfo.environment["IJKPUNT_SIMULATIONS"].flatMap { Int($0) } ?? 200

    /// 93–97 % at the full count; below it what chance adds, two standard errors.
    static func isInRange(_ covered: Int, of counted: Int) -> Bool {
        let slack =
            counted >= 2000 ? 0.0 : 2 * (0.95 * 0.05 / Double(counted)).squareRoot()
        return (0.93 - slack...0.97 + slack).contains(Double(covered) / Double(counted))
    }

    enum Design: String, CaseIterable {
        case simple, proportionalToSize, strata, screened, response
    }

    @Test(arguments: Design.allCases)
    func `intervals hold what is true`(_ design: Design) throws {
        let study = try MadeStudy(organisations: 60, seed: 11) { text in
            switch design {
            case .simple, .response: text
            case .proportionalToSize: text.replacing("method: srs", with: "method: pps")
            case .strata:
                text.replacing("method: srs", with: "method: srs, strata: part-of-country")
                    .replacing("strata: none", with: "strata: referrer")
            case .screened: MadeStudy.screened(text)
            }
        }
        let truth = study.request.domains.map { study.truth(sexualViolence: $0.id == "sv") }
        var covered = truth.map { _ in 0 }
        for sample in 0..<Self.samples {
            var chance = SeededGenerator(seed: UInt64(sample))
            let state = try study.state(seed: "zaad \(sample)") { _ in
                design != .response || chance.uniform() < 0.6
            }
            let figures = try EstimateStage(instrument: study.instrument).run(state)
            for (place, figure) in figures.enumerated() {
                let interval = try #require(figure.interval)
                if interval.lower <= truth[place], truth[place] <= interval.upper {
                    covered[place] += 1
                }
            }
        }
        for count in covered {
            #expect(Self.isInRange(count, of: Self.samples), "\(design): \(count)")
        }
    }
}

public import Definitions
public import Statistics

/// *Audit van de hulp*: how often working and disturbing elements stand in the files of an
/// organisation or a part of the country, beside what chance alone would let it be.
///
/// For learning, not a mark: nothing here ranks, and nobody is good or bad by it. A place outside the
/// limits is a question to those who know the files.
public enum HelpAudit {
    /// By what files are put together.
    public enum Division: String, CaseIterable, Sendable {
        /// The organisation that holds the file.
        case organisation
        /// The part of the country.
        case region
    }

    /// The items whose answers are elements.
    public static let items = ["working-elements", "disturbing-elements"]

    /// An element in the files of one unit.
    public struct Figure: Sendable, Equatable {
        /// The element, as `working-elements:tenacity`.
        public let element: String
        /// The organisation or part of the country.
        public let unit: String
        /// Files that were answered, not weighted.
        public let files: Int
        /// Of those, files with the element.
        public let with: Int
        /// Whether coders agree enough on the element for there to be a figure.
        public let isAgreed: Bool
        /// The weighted share; `nil` without files or agreement.
        public let share: Double?
        /// The weighted share in all files.
        public let target: Double?
        /// Where 95 of 100 units would lie if they differed by chance alone.
        public let limits95: Interval?
        /// Where 998 of 1 000 would.
        public let limits998: Interval?
    }

    private struct Sum {
        var files = 0
        var with = 0
        var weight = 0.0
        var squares = 0.0
        var having = 0.0

        mutating func add(_ weight: Double, _ has: Bool) {
            files += 1
            if has { with += 1 }
            self.weight += weight
            squares += weight * weight
            if has { having += weight }
        }

        var share: Double? { weight > 0 ? having / weight : nil }
        var effective: Double { squares > 0 ? weight * weight / squares : 0 }
    }

    /// The figures, by element and unit, in the order of the instrument and of units' names.
    ///
    /// Limits are those of a funnel at the effective number of files (Spiegelhalter 2005, exact
    /// tails, interpolated), without a factor for differences between units that everybody has.
    ///
    /// - Throws: `StudyError` when too few files were read.
    public static func figures(
        _ state: StudyState,
        _ instrument: Instrument,
        by division: Division
    ) throws -> [Figure] {
        let sample = try StudySample(state)
        let agreement = Dictionary(
            uniqueKeysWithValues: ItemAgreement.all(state, instrument).map {
                ($0.item, $0.isAgreed)
            }
        )
        var figures: [Figure] = []
        for item in instrument.items where items.contains(item.id) && item.kind == .choices {
            for option in item.options where option.code != "none" {
                var all = Sum()
                var units: [String: Sum] = [:]
                for row in sample.rows {
                    let unit =
                        division == .organisation
                        ? row.row.organisation.name : row.row.file.part
                    guard let answer = row.coding.answers[item.id],
                        Instrument.Missing(rawValue: answer.value) == nil
                    else { continue }
                    let codes = answer.value.split(separator: " ").map(String.init)
                    let has = codes.contains(option.code)
                    all.add(row.weight, has)
                    units[unit, default: Sum()].add(row.weight, has)
                }
                let name = "\(item.id):\(option.code)"
                for (unit, sum) in units.sorted(by: { $0.key < $1.key }) {
                    figures.append(figure(name, unit, sum, all, agreement[name] ?? false))
                }
            }
        }
        return figures
    }

    private static func figure(
        _ element: String,
        _ unit: String,
        _ sum: Sum,
        _ all: Sum,
        _ isAgreed: Bool
    ) -> Figure {
        func limits(_ tail: Double) -> Interval? {
            guard isAgreed, let target = all.share, target > 0, target < 1 else { return nil }
            // The number of files has to be whole for the exact law.
            let size = sum.effective.rounded(.down)
            guard size > 0 else { return nil }
            func limit(_ p: Double) -> Double {
                FunnelLimits.interpolated.limit(
                    at: p,
                    target: target,
                    size: size,
                    kind: .proportion
                )
            }
            return Interval(max(0, limit(tail)), min(1, limit(1 - tail)))
        }
        return Figure(
            element: element,
            unit: unit,
            files: sum.files,
            with: sum.with,
            isAgreed: isAgreed,
            share: isAgreed ? sum.share : nil,
            target: isAgreed ? all.share : nil,
            limits95: limits(0.025),
            limits998: limits(0.001)
        )
    }
}

import Definitions
import Disclosure
import Domain

extension UniverseError {
    /// What is not released and why, in the language asked for.
    func sentence(_ texts: TextCatalogue, _ language: Language) -> String {
        let (key, values) = wording
        return texts("cli.publish.refused." + key, language, values)
    }

    private var wording: (key: String, values: [String: String]) {
        switch self {
        case .noCounts(let id): ("no-counts", ["id": id])
        case .limited(let id): ("limited", ["id": id])
        case .twoOverlapping(let id, let dimensions):
            ("two-overlapping", ["id": id, "dimensions": dimensions.joined(separator: ", ")])
        case .notAdditive(let id, let cell): ("not-additive", ["id": id, "cell": cell])
        case .areas(let id, let geography): ("areas", ["id": id, "geography": geography])
        case .otherUnits(let id, let other, let cell):
            ("other-units", ["id": id, "other": other, "cell": cell])
        case .crossingOverlaps(let id, let one, let other):
            (
                "crossing-overlaps",
                [
                    "id": id, "one": one.joined(separator: " × "),
                    "other": other.joined(separator: " × "),
                ]
            )
        case .partlyHeld(let id): ("partly-held", ["id": id])
        case .noRounding(let id): ("no-rounding", ["id": id])
        }
    }
}

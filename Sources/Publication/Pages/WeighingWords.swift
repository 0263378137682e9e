import Definitions
import Domain

/// The weighing framework in the words and signs of a page.
enum WeighingWords {
    /// The name of a candidate, with its row where it has one.
    static func name(_ candidate: WeighingCandidate, _ wording: Wording) -> String {
        guard let row = candidate.row else { return wording(candidate.title) }
        return wording(
            "page.weighing.numbered",
            ["row": String(row), "title": wording(candidate.title)]
        )
    }

    /// A score: its sign, its length, and its word for those who listen.
    static func score(_ score: WeighingScore, _ context: PageContext) -> HTML {
        let length =
            switch score {
            case .minus: "m"
            case .between: "o"
            case .plus: "p"
            }
        let word = context.definitions.weighing.marks[score].map { context.wording($0) } ?? ""
        return element("span", .class("sc \(length)")) {
            element("span", .hidden) { score.sign }
            element("span", .class("vh")) { word }
        }
    }

    /// An advice, which may be a study.
    static func advice(_ advice: WeighingAdvice, _ context: PageContext) -> HTML {
        switch advice {
        case .minus: score(.minus, context)
        case .between: score(.between, context)
        case .plus: score(.plus, context)
        case .study:
            element("span", .class("sc d")) {
                context.wording("weighing.advice.\(advice.rawValue)")
            }
        }
    }
}

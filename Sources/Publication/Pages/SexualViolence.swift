import Definitions
import Domain

/// *Seksueel geweld*: the row that no set may lack; never zero and never absent.
enum SexualViolence {
    /// The row of a set: a figure, or that the source cannot see it and why.
    static func row(of set: IndicatorSet, _ context: PageContext) -> HTML {
        let wording = context.wording
        return element("div", .class("apart")) {
            element("h3") { wording("page.sexual-violence.title") }
            switch set.sexualViolence {
            case .notObservable(let reason):
                element("p", .class("hole-note")) { wording(reason) }
            case .indicator(let id):
                element("p") { Blocks.link(context.path(.indicator(id)), id) }
            }
        }
    }
}

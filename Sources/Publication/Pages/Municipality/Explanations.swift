import Definitions

/// *Verklaringen*: everything that may lie behind a difference or a change; the page chooses none.
enum Explanations {
    /// The list, in the order of the records.
    static func list(_ context: PageContext) -> HTML {
        element("ul", .class("plain")) {
            context.definitions.comparison.explanations.map { one in
                element("li") {
                    element("b") { context.wording(one.title) }
                    context.wording(one.text)
                    element("span", .class("block")) { context.wording(one.check) }
                }
            }
        }
    }
}

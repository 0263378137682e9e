import Definitions
import Domain
import Publication
import Store

/// *Bezoek*: a request of somebody who may make it, with everything a page needs.
struct Visit {
    /// The store.
    let store: DeliveryStore
    /// The definitions.
    let definitions: DefinitionSet
    /// Who logged in.
    let account: Account
    /// The actor, for desks and the log.
    let actor: AuditActor
    /// The words in the language of the visit.
    let wording: Wording
    /// The path without the language.
    let path: String
    /// What stands in the path in the place of `{id}`.
    let id: String?
    /// What the form holds; nothing when a page is asked for.
    let form: FormFields
    /// The token of the session, for the forms on the page.
    let session: String

    /// The path of a page in the language of the visit.
    func link(_ path: String) -> String { wording.language == .nl ? path : "/en" + path }

    /// A form that posts to a path, with its token; the fields come within.
    func form(to path: String, @HTMLBuilder content: () -> HTML) -> HTML {
        element("form", HTMLAttribute("method", "post"), HTMLAttribute("action", link(path))) {
            HTML.void(
                "input",
                [
                    HTMLAttribute("type", "hidden"), HTMLAttribute("name", "form"),
                    HTMLAttribute("value", FormToken(session: session, path: path).next()),
                ]
            )
            content()
        }
    }
}

/// What a page answers.
enum PageAnswer {
    /// A page.
    case page(title: String, HTML)
    /// Go there; the path without the language.
    case goTo(String)
    /// There is no such thing.
    case notFound
}

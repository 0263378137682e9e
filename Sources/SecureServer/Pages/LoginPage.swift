import Domain
import Publication

/// *Inloggen*: name and password.
struct LoginPage {
    let wording: Wording

    /// The page, with what went wrong the time before.
    func page(
        mistake: String? = nil,
        _ values: [String: String] = [:]
    ) -> (title: String, main: HTML) {
        let title = wording("secure.login.title")
        let main = Blocks.opening(
            kicker: wording("secure.kicker"),
            title: title,
            lead: wording("secure.login.lead")
        ) {
            if let mistake {
                element("p", .class("hole-note"), HTMLAttribute("role", "alert")) {
                    wording(mistake, values)
                }
            }
            element(
                "form",
                .class("pick"),
                HTMLAttribute("method", "post"),
                HTMLAttribute("action", wording.language == .nl ? "/inloggen" : "/en/inloggen")
            ) {
                Fields.line("name", wording("secure.login.name"), complete: "username")
                Fields.line(
                    "password",
                    wording("secure.login.password"),
                    type: "password",
                    complete: "current-password"
                )
                Fields.button(wording("secure.login.button"))
            }
        }
        return (title, main)
    }
}

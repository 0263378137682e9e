import Domain
import Publication
import Store

/// *Start*: who one is here, what one may do, and the way out.
enum StartPage {
    static func answer(_ visit: Visit) throws -> PageAnswer {
        let wording = visit.wording
        let account = visit.account
        let title = wording("secure.start.title")
        return .page(
            title: title,
            parts {
                Blocks.opening(
                    kicker: wording("secure.kicker"),
                    title: title,
                    lead: wording("secure.role.\(account.role.rawValue)")
                ) {
                    Blocks.terms(
                        [
                            (wording("secure.start.name"), account.name),
                            (wording("secure.start.role"), account.role.rawValue),
                        ] + (account.scope.map { [(wording("secure.start.scope"), $0)] } ?? [])
                    )
                    element("ul", .class("pages")) {
                        AccessTable.menu(of: account.role).filter { $0.id != "start" }.map {
                            route in
                            element("li") {
                                Blocks.link(
                                    visit.link(route.path),
                                    wording("secure.nav.\(route.id)")
                                )
                            }
                        }
                    }
                    visit.form(to: "/uitloggen") {
                        Fields.button(wording("secure.logout.button"))
                    }
                }
            }
        )
    }
}

public import Domain

/// *Rechtentabel*: which role may ask for which page and run which command.
///
/// The one place in which this stands: from it come what is refused, the matrix in the
/// documentation, and the test that tries every pair. What is not in it is refused to everyone.
/// A new page is a file under `Pages` and a row in `routes`.
public enum AccessTable {
    /// Everybody who can log in.
    static let everyone: Set<Role> = Set(Role.allCases).subtracting([.public])

    /// The pages and forms behind login.
    package static let routes: [Route] = [
        Route(.get, "/", "start", everyone, isInMenu: true, answer: StartPage.answer),
        Route(.post, "/uitloggen", "logout", everyone) { _ in .goTo("/inloggen") },
        Route(
            .get,
            "/leveringen",
            "deliveries",
            [.holder, .analyst, .checker, .administrator],
            isInMenu: true,
            answer: DeliveriesPage.answer
        ),
        Route(
            .get,
            "/vergunningen",
            "permits",
            [.analyst, .researcher, .checker, .administrator],
            isInMenu: true,
            answer: PermitListPage.answer
        ),
        Route(
            .get,
            "/vergunningen/aanvraag",
            "permit-form",
            [.analyst, .researcher],
            answer: PermitRequestPage.form
        ),
        Route(
            .post,
            "/vergunningen/aanvraag",
            "permit-request",
            [.analyst, .researcher],
            answer: PermitRequestPage.send
        ),
        Route(
            .get,
            "/vergunningen/{id}",
            "permit",
            [.analyst, .researcher, .checker, .administrator],
            answer: PermitPage.answer
        ),
        Route(
            .post,
            "/vergunningen/{id}/opmerking",
            "permit-review",
            [.checker],
            answer: PermitActs.review
        ),
        Route(
            .post,
            "/vergunningen/{id}/goedkeuren",
            "permit-approve",
            [.checker],
            answer: PermitActs.approve
        ),
        Route(
            .post,
            "/vergunningen/{id}/intrekken",
            "permit-withdraw",
            [.checker],
            answer: PermitActs.withdraw
        ),
        Route(
            .get,
            "/logboek",
            "audit",
            [.checker, .administrator],
            isInMenu: true,
            answer: AuditPage.answer
        ),
        Route(
            .get,
            "/logboek/controle",
            "audit-check",
            [.checker, .administrator],
            answer: AuditPage.check
        ),
    ]

    /// The commands that open a store, by their words, with the roles that may run them where the
    /// store has accounts.
    public static let commands: [String: Set<Role>] = [
        "account add": [.administrator],
        "account list": [.checker, .administrator],
        "account lock": [.administrator],
        "account password": everyone,
        "account remove": [.administrator],
        "account role": [.administrator],
        "account unlock": [.administrator],
        "audit export": [.checker, .administrator],
        "audit show": [.checker, .administrator],
        "audit verify": [.checker, .administrator],
        "backup": [.administrator],
        "breach found": [.checker, .administrator],
        "breach list": [.checker, .administrator],
        "breach step": [.checker, .administrator],
        "cohort contact": [.researcher],
        "cohort due": [.researcher],
        "cohort enrol": [.researcher],
        "cohort erase": [.researcher],
        "cohort estimate": [.researcher],
        "cohort measure": [.researcher],
        "cohort plan": [.researcher],
        "compute": [.analyst],
        "deliveries approve": [.checker, .administrator],
        "deliveries list": [.analyst, .checker, .administrator],
        "deliveries lock": [.checker, .administrator],
        "deliveries register": [.administrator],
        "deliveries status": [.analyst, .checker, .administrator],
        "deliveries unlock": [.checker, .administrator],
        "export": [.analyst],
        "key destroy": [.keyKeeper],
        "key rotate": [.keyKeeper],
        "link": [.analyst, .researcher],
        "permit approve": [.checker],
        "permit assessment": [.analyst, .researcher, .checker, .administrator],
        "permit list": [.analyst, .researcher, .checker, .administrator],
        "permit request": [.analyst, .researcher],
        "permit review": [.analyst, .researcher, .checker],
        "permit withdraw": [.checker],
        "publish": [.administrator],
        "receive": [.administrator],
        "release bundle": [.analyst, .checker, .administrator],
        "release context": [.checker],
        "release release": [.administrator],
        "release status": [.analyst, .checker, .administrator],
        "release submit": [.analyst],
        "release vote": [.checker],
        "release withdraw": [.checker],
        "retention apply": [.administrator],
        "study agree": [.researcher],
        "study audit": [.researcher],
        "study code": [.researcher],
        "study combine": [.researcher],
        "study consent": [.researcher],
        "study design": [.researcher],
        "study draw": [.researcher],
        "study enter": [.researcher],
        "study estimate": [.researcher],
        "study fictive": [.researcher],
        "study gather": [.researcher],
        "study pack": [.researcher],
        "study sync": [.researcher],
        "subject count": [.administrator],
        "subject erase": [.administrator],
        "verify": [.checker, .administrator],
    ]

    /// The route of a path, with what stands in the place of `{id}`.
    static func route(_ method: Route.Method, _ path: String) -> (route: Route, id: String?)? {
        for route in routes where route.method == method {
            // A path in so many words goes before one with a number, by its place in the table.
            if let id = route.match(path) { return (route, id) }
        }
        return nil
    }

    /// The pages in the menu of a role.
    static func menu(of role: Role) -> [Route] {
        routes.filter { $0.isInMenu && $0.roles.contains(role) }
    }

    /// Whether a role may run a command on a store with accounts.
    public static func allows(_ role: Role, command: String) -> Bool {
        commands[command]?.contains(role) ?? false
    }
}

import Privacy

/// What a checker does with a permit; the desk refuses and logs as it does for the command line.
enum PermitActs {
    static func review(_ visit: Visit) throws -> PageAnswer {
        try act(visit) { desk, id, remark in try desk.review(id, remark: remark) }
    }

    static func approve(_ visit: Visit) throws -> PageAnswer {
        try act(visit) { desk, id, remark in _ = try desk.approve(id, remark: remark) }
    }

    static func withdraw(_ visit: Visit) throws -> PageAnswer {
        try act(visit) { desk, id, remark in try desk.withdraw(id, reason: remark) }
    }

    private static func act(
        _ visit: Visit,
        _ body: (PermitDesk, Int, String) throws -> Void
    ) throws -> PageAnswer {
        guard let id = visit.id.flatMap({ Int($0) }) else { return .notFound }
        let desk = PermitDesk(
            store: visit.store,
            definitions: visit.definitions,
            actor: visit.actor
        )
        try body(desk, id, visit.form["remark"] ?? "")
        return .goTo("/vergunningen/\(id)")
    }
}

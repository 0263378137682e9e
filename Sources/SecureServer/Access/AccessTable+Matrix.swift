import Domain

extension AccessTable {
    /// The table as Markdown: a line for each page, form and command, a column for each role.
    public static var matrix: String {
        let roles = Role.allCases
        var lines = [
            "| what | " + roles.map(\.rawValue).joined(separator: " | ") + " |",
            "|---|" + roles.map { _ in ":-:|" }.joined(),
        ]
        func line(_ what: String, _ allowed: Set<Role>) {
            lines.append(
                "| `\(what)` | "
                    + roles.map { allowed.contains($0) ? "yes" : "·" }.joined(separator: " | ")
                    + " |"
            )
        }
        line("GET /inloggen", Set(roles))
        line("POST /inloggen", Set(roles))
        for route in routes { line("\(route.method.rawValue) \(route.path)", route.roles) }
        for name in commands.keys.sorted() { line("ijkpunt \(name)", commands[name] ?? []) }
        return lines.joined(separator: "\n") + "\n"
    }
}

package import Domain

/// *Route*: a page or a form, who may ask for it, and what answers.
package struct Route: Sendable {
    /// Reading a page, or sending a form.
    package enum Method: String, Sendable {
        /// A page.
        case get = "GET"
        /// A form.
        case post = "POST"
    }

    /// A short name, as it stands in the log and in the texts of the menu.
    package let id: String
    /// Reading or sending.
    package let method: Method
    /// The path without the language; `{id}` stands for a number.
    package let path: String
    /// The roles that may; `public` for whoever has not logged in.
    package let roles: Set<Role>
    /// Whether it stands in the menu of those who may.
    package let isInMenu: Bool
    let answer: @Sendable (Visit) throws -> PageAnswer

    init(
        _ method: Method,
        _ path: String,
        _ id: String,
        _ roles: Set<Role>,
        isInMenu: Bool = false,
        answer: @escaping @Sendable (Visit) throws -> PageAnswer
    ) {
        self.id = id
        self.method = method
        self.path = path
        self.roles = roles
        self.isInMenu = isInMenu
        self.answer = answer
    }

    /// What stands in the place of `{id}`: `.some(nil)` where the path has none, `nil` where a
    /// path is another.
    func match(_ asked: String) -> String?? {
        let own = path.split(separator: "/")
        let given = asked.split(separator: "/")
        guard own.count == given.count else { return nil }
        var id: String?
        for (part, word) in zip(own, given) {
            if part == "{id}" {
                guard word.count <= 9, word.allSatisfy({ $0.isASCII && $0.isNumber }) else {
                    return nil
                }
                id = String(word)
            } else if part != word {
                return nil
            }
        }
        return .some(id)
    }
}

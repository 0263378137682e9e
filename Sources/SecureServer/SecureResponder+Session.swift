import Definitions
import Domain
import HTTPTypes
import Hummingbird
import Publication
import Store

/// Who asks, and from where.
extension SecureResponder {
    func account(of token: String) throws -> Account {
        do {
            return try store.session(
                token: token,
                longest: definitions.login.sessionMinutes * 60,
                idle: definitions.login.idleMinutes * 60,
                at: now()
            ).account
        } catch let ending as Session.Ending {
            throw RequestRefusal(.unauthorized, "session-\(ending.rawValue)", endsCookie: true)
        }
    }

    func visit(
        _ account: Account,
        _ frame: SecureFrame,
        id: String?,
        form: FormFields,
        token: String
    ) -> Visit {
        Visit(
            store: store,
            definitions: definitions,
            account: account,
            actor: AuditActor(name: account.name, role: account.role, now: now),
            wording: frame.wording,
            path: frame.path,
            id: id,
            form: form,
            session: token
        )
    }

    func cookie(_ request: Request) -> String? {
        let name = settings.cookieName + "="
        let fields: [String] = request.headers[values: .cookie]
        for field in fields {
            for pair in field.split(separator: ";") {
                let bare = pair.drop { $0 == " " }
                if bare.hasPrefix(name) { return String(bare.dropFirst(name.count)) }
            }
        }
        return nil
    }

    /// Behind a proxy on this machine the address that it saw, which it wrote last.
    func address(_ request: Request, _ context: SecureContext) -> String {
        let remote = context.remote ?? "unknown"
        guard settings.publicAddress != nil, remote == "127.0.0.1" || remote == "::1",
            let name = HTTPField.Name("X-Forwarded-For"),
            let last = request.headers[values: name].last?.split(separator: ",").last
        else { return remote }
        return String(last.filter { $0 != " " }.prefix(45))
    }
}

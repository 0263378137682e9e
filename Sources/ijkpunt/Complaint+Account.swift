import Domain
import SecureServer
import Store

extension Complaint {
    /// Why a command is not run, as far as who runs it goes.
    enum AccountError: Error {
        /// Nobody logged in.
        case loginNeeded
        /// The session has ended.
        case session(Session.Ending)
        /// The file of the session may be used by others.
        case sessionFile(path: String)
        /// The role may not.
        case forbidden(role: Role, command: String)
        /// Nothing came.
        case noPassword
        /// The second time it was another.
        case differs

        var complaint: Complaint {
            switch self {
            case .loginNeeded: Complaint("account.login-needed", 5)
            case .session(let ending): Complaint("account.session", 5, ["reason": ending.rawValue])
            case .sessionFile(let path): Complaint("account.session-file", 5, ["path": path])
            case .forbidden(let role, let command):
                Complaint("account.forbidden", 5, ["role": role.rawValue, "command": command])
            case .noPassword: Complaint("account.no-password", 2)
            case .differs: Complaint("account.differs", 2)
            }
        }
    }

    /// Why an account was not made or changed.
    static func account(_ mistake: AccountMistake) -> Complaint {
        var values: [String: String] = [:]
        if case .badPassword(let shortest) = mistake { values["shortest"] = "\(shortest)" }
        return Complaint("account.\(mistake.code)", 5, values)
    }

    /// Why nobody was let in.
    static func login(_ refusal: LoginRefusal) -> Complaint {
        switch refusal {
        case .wrong: Complaint("account.wrong", 5)
        case .wait(let seconds): Complaint("account.wait", 5, ["seconds": "\(seconds)"])
        }
    }

    /// Why the secure server does not run.
    static func secure(_ error: SecureServerError) -> Complaint {
        switch error {
        case .portTaken(let host, let port):
            Complaint("secure.port-taken", 4, ["host": host, "port": "\(port)"])
        case .openWithoutTLS(let host): Complaint("secure.open-without-tls", 2, ["host": host])
        }
    }
}

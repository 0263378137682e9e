import ArgumentParser
import Definitions
import Domain
import Foundation
import SecureServer
import Store

/// `ijkpunt account login`: proves who acts at this terminal.
struct AccountLoginCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "login",
        abstract: "Logs in at this terminal; later commands on the store act with this account.",
        discussion: """
            The session lies in $IJKPUNT_SESSION_DIR, else $XDG_RUNTIME_DIR/ijkpunt, else \
            ~/.config/ijkpunt/sessions, in a file that its owner alone may use. It ends as one in a
            browser does.

            EXAMPLE
              ijkpunt account login "A. de Vries" --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var password: PasswordOptions

    @Argument(help: "The name of the account.")
    var name: String

    func run() throws {
        try common.reporting { definitions in
            let store = try place.openedForLogin()
            let text = try password.read(name, definitions.texts, common.spoken, isNew: false)
            let (token, account) = try LoginDesk(
                store: store,
                rules: definitions.login,
                now: Acting.now
            ).login(
                name: name,
                password: text,
                address: "terminal \(NSUserName())",
                place: .terminal
            )
            let file = SessionFile(store: store)
            try file.write(token)
            let until = UTCInstant(
                seconds: Acting.now().seconds + Int64(definitions.login.sessionMinutes) * 60
            )
            common.say(
                definitions.texts(
                    "cli.account.logged-in",
                    common.spoken,
                    ["name": account.name, "until": until.description, "path": file.path]
                )
            )
        }
    }
}

/// `ijkpunt account logout`: ends the session at this terminal.
struct AccountLogoutCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logout",
        abstract: "Ends the session at this terminal.",
        discussion: """
            EXAMPLE
              ijkpunt account logout --store winkel.sqlite
            """
    )

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    func run() throws {
        try common.reporting { definitions in
            let store = try place.openedForLogin()
            let file = SessionFile(store: store)
            if let token = try file.token() {
                let found = try? store.session(
                    token: token,
                    longest: definitions.login.sessionMinutes * 60,
                    idle: definitions.login.idleMinutes * 60,
                    at: Acting.now()
                )
                let events = found.map { found in
                    [
                        AuditEvent(
                            .login,
                            role: found.account.role,
                            actor: found.account.name,
                            facts: ["outcome": "ended", "place": "terminal"]
                        )
                    ]
                }
                try store.endSession(token: token, at: Acting.now(), logging: events ?? [])
                file.remove()
            }
            common.say(definitions.texts("cli.account.logged-out", common.spoken))
        }
    }
}

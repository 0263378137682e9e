import ArgumentParser
import Definitions
import Domain
import Foundation
import SecureServer
import Store

/// `ijkpunt account`: who may log in, and in which role.
struct AccountCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "account",
        abstract: "Accounts of the secure server: who may log in, and in which role.",
        discussion: """
            The first account has to be an administrator. A password comes from a terminal without
            echo, from stdin or from a file descriptor; never as an argument.

            EXAMPLE
              ijkpunt account add beheer --role administrator --store winkel.sqlite
            """,
        subcommands: [
            AccountAddCommand.self, AccountListCommand.self, AccountRoleCommand.self,
            AccountPasswordCommand.self, AccountLockCommand.self, AccountUnlockCommand.self,
            AccountRemoveCommand.self, AccountLoginCommand.self, AccountLogoutCommand.self,
        ]
    )
}

/// `ijkpunt account add`: makes an account.
struct AccountAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Makes an account.",
        discussion: """
            EXAMPLE
              ijkpunt account add "A. de Vries" --role checker --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var role: RoleOptions
    @OptionGroup var password: PasswordOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            let text = try password.read(
                account.name,
                definitions.texts,
                account.common.spoken,
                isNew: true
            )
            try desk.add(name: account.name, role: role.chosen, scope: role.scope, password: text)
            account.say("added", definitions, ["role": role.chosen.rawValue])
        }
    }
}

/// `ijkpunt account list`: the accounts.
struct AccountListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Lists the accounts with their roles.",
        discussion: """
            EXAMPLE
              ijkpunt account list --store winkel.sqlite --json
            """
    )

    private struct Line: Encodable {
        let name: String
        let role: String
        let scope: String?
        let locked: Bool
    }

    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions

    @Flag(help: "Write the list as JSON, one a line.")
    var json = false

    func run() throws {
        try common.reporting { _ in
            let accounts = try place.open().accounts()
            if !json { Console.write(.standardOutput, "name,role,scope,locked\n") }
            for account in accounts {
                let line = Line(
                    name: account.name,
                    role: account.role.rawValue,
                    scope: account.scope,
                    locked: account.isLocked
                )
                Console.write(
                    .standardOutput,
                    try json
                        ? JSONLine.text(line)
                        : "\(line.name),\(line.role),\(line.scope ?? ""),\(line.locked)\n"
                )
            }
        }
    }
}

/// `ijkpunt account role`: gives an account another role.
struct AccountRoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "role",
        abstract: "Gives an account another role; its sessions end.",
        discussion: """
            EXAMPLE
              ijkpunt account role gooi --role municipality --scope GM0363 --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var role: RoleOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            try desk.setRole(role.chosen, scope: role.scope, of: account.name)
            account.say("changed", definitions)
        }
    }
}

/// `ijkpunt account password`: gives an account another password.
struct AccountPasswordCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "password",
        abstract: "Gives an account another password; its sessions end.",
        discussion: """
            EXAMPLE
              ijkpunt account password "A. de Vries" --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions
    @OptionGroup var password: PasswordOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            try CommandGate.requireOwn(account.name)
            let text = try password.read(
                account.name,
                definitions.texts,
                account.common.spoken,
                isNew: true
            )
            try desk.setPassword(text, of: account.name)
            account.say("changed", definitions)
        }
    }
}

/// `ijkpunt account lock`: an account may not be used any more.
struct AccountLockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Locks an account; its sessions end.",
        discussion: """
            EXAMPLE
              ijkpunt account lock "A. de Vries" --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            try desk.setLock(true, of: account.name)
            account.say("changed", definitions)
        }
    }
}

/// `ijkpunt account unlock`: an account may be used again.
struct AccountUnlockCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "unlock",
        abstract: "Unlocks an account, and forgets how often logging in failed.",
        discussion: """
            EXAMPLE
              ijkpunt account unlock "A. de Vries" --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            try desk.setLock(false, of: account.name)
            account.say("changed", definitions)
        }
    }
}

/// `ijkpunt account remove`: removes an account.
struct AccountRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Removes an account with its sessions; the log keeps what was done with it.",
        discussion: """
            EXAMPLE
              ijkpunt account remove "A. de Vries" --store winkel.sqlite
            """
    )

    @OptionGroup var account: AccountOptions

    func run() throws {
        try account.atDesk { desk, definitions in
            try desk.remove(account.name)
            account.say("removed", definitions)
        }
    }
}

import ArgumentParser
import Definitions
import Domain
import Foundation
import SecureServer
import Store

/// Options of commands on one account.
struct AccountOptions: ParsableArguments {
    @OptionGroup var common: RunOptions
    @OptionGroup var place: StoreOptions
    @OptionGroup var acting: ActingOptions

    @Argument(help: "The name of the account.")
    var name: String

    /// Runs work at the desk for accounts.
    func atDesk(_ work: (AccountDesk, DefinitionSet) throws -> Void) throws {
        try common.reporting { definitions in
            let desk = AccountDesk(
                store: try place.open(),
                definitions: definitions,
                actor: acting.actor(.administrator)
            )
            try work(desk, definitions)
        }
    }

    /// Says what was done.
    func say(_ key: String, _ definitions: DefinitionSet, _ values: [String: String] = [:]) {
        common.say(
            definitions.texts(
                "cli.account.\(key)",
                common.spoken,
                values.merging(["name": name]) { $1 }
            )
        )
    }
}

/// The role of an account.
struct RoleOptions: ParsableArguments {
    private static var known: [String] {
        Role.allCases.filter { $0 != .public }.map(\.rawValue)
    }

    @Option(
        help: """
            holder, key-keeper, analyst, researcher, municipality, checker or administrator.
            """
    )
    var role: String

    @Option(help: "The code of the holder or municipality to which the role is limited.")
    var scope: String?

    func validate() throws {
        guard RoleOptions.known.contains(role) else {
            throw ValidationError(
                "--role \(role): expected one of \(RoleOptions.known.joined(separator: ", "))."
            )
        }
    }

    /// The role that was given.
    var chosen: Role { Role(rawValue: role) ?? .public }
}

/// Where a password comes from; never from an argument, which every process of the machine can read.
struct PasswordOptions: ParsableArguments {
    @Flag(help: "Read the password from stdin, up to the first line end.")
    var passwordStdin = false

    @Option(help: "Read the password from this file descriptor, up to the first line end.")
    var passwordFd: Int32?

    /// The password; a new one is asked for twice at a terminal.
    func read(
        _ name: String,
        _ texts: TextCatalogue,
        _ language: Language,
        isNew: Bool
    ) throws -> String {
        if let passwordFd { return try line(FileHandle(fileDescriptor: passwordFd)) }
        if passwordStdin { return try line(.standardInput) }
        guard isatty(0) == 1 else { throw Complaint.AccountError.noPassword }
        let first = try ask(texts("cli.account.ask", language, ["name": name]))
        guard isNew else { return first }
        guard try ask(texts("cli.account.ask-again", language)) == first else {
            throw Complaint.AccountError.differs
        }
        return first
    }

    private func line(_ handle: FileHandle) throws -> String {
        guard let data = try? handle.readToEnd() else { throw Complaint.AccountError.noPassword }
        let text = String(decoding: data, as: UTF8.self).prefix { !$0.isNewline }
        guard !text.isEmpty else { throw Complaint.AccountError.noPassword }
        return String(text)
    }

    /// Asks at the terminal, which shows nothing of what is typed.
    private func ask(_ prompt: String) throws -> String {
        Console.write(.standardError, prompt)
        TerminalEcho.set(false)
        defer {
            TerminalEcho.set(true)
            Console.write(.standardError, "\n")
        }
        guard let text = readLine(strippingNewline: true), !text.isEmpty else {
            throw Complaint.AccountError.noPassword
        }
        return text
    }
}

/// Whether a terminal shows what is typed.
enum TerminalEcho {
    /// Switches it with `stty`, which every system with a terminal has.
    static func set(_ isOn: Bool) {
        let process = Process()
        process.executableURL = URL(filePath: "/bin/stty")
        process.arguments = [isOn ? "echo" : "-echo"]
        process.standardInput = FileHandle.standardInput
        try? process.run()
        process.waitUntilExit()
    }
}

import Domain
import Foundation
import SecureServer
import Testing

/// Accounts on the command line as people use them.
@Suite("Account commands")
struct AccountCommandTests {
    let scratch = Scratch()
    let password = "vijftien tekens lang"

    private func run(_ arguments: String..., as session: String = "none") throws -> ProgramRun {
        try ProgramRun(
            arguments + ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")],
            after: "export IJKPUNT_SESSION_DIR=\(scratch.path(session))"
        )
    }

    /// With the password on a descriptor of its own.
    private func runWithPassword(
        _ arguments: String...,
        as session: String = "none",
        password: String? = nil
    ) throws -> ProgramRun {
        try ProgramRun(
            arguments + [
                "--store", scratch.path("s.sqlite"), "--key", scratch.path("k"), "--password-fd",
                "7",
            ],
            after: "export IJKPUNT_SESSION_DIR=\(scratch.path(session)); "
                + "exec 7<<<'\(password ?? self.password)'"
        )
    }

    /// A store with one record, an administrator who logged in, and an account for each role.
    private func prepared(_ roles: [Role]) throws {
        let path = try scratch.write(
            "aanbieder;verslagperiode;bsn;geboortedatum;geslacht;gemeente;verwijzer;hulpvorm;"
                + "datum_aanvang;datum_einde;reden_beeindiging\n"
                + "00900001;2019H1;999990007;20080315;V;GM0363;02;02;20190201;;\n",
            to: "jeugdhulp/a.csv"
        )
        #expect(try run("receive", path).code == 0)
        let first = try runWithPassword("account", "add", "a1", "--role", "analyst")
        #expect(first.code == 5)
        #expect(
            first.talk.contains(
                "Het eerste account maakt de andere en moet dus administrator zijn. Voeg dat "
                    + "eerst toe."
            )
        )
        #expect(try runWithPassword("account", "add", "baas", "--role", "administrator").code == 0)
        #expect(try runWithPassword("account", "login", "Baas", as: "administrator").code == 0)
        for role in roles where role != .administrator {
            let scope: [Role: [String]] = [
                .holder: ["--scope", "00900001"], .municipality: ["--scope", "GM0363"],
            ]
            let added = try ProgramRun(
                ["account", "add", role.rawValue, "--role", role.rawValue] + (scope[role] ?? [])
                    + [
                        "--store", scratch.path("s.sqlite"), "--key", scratch.path("k"),
                        "--password-fd", "7",
                    ],
                after: "export IJKPUNT_SESSION_DIR=\(scratch.path("administrator")); "
                    + "exec 7<<<'\(password)'"
            )
            #expect(added.code == 0, "\(added.talk)")
            #expect(
                try runWithPassword("account", "login", role.rawValue, as: role.rawValue).code == 0
            )
        }
    }

    @Test func `in a store with accounts each role runs what the table allows, and no more`()
        throws
    {
        let roles = Role.allCases.filter { $0 != .public }
        try prepared(roles)
        let commands = [
            "account list", "audit verify", "breach list", "deliveries list", "permit list",
            "verify",
        ]
        for role in roles {
            for command in commands {
                let words = command.split(separator: " ").map(String.init)
                let ran = try ProgramRun(
                    words + ["--store", scratch.path("s.sqlite"), "--key", scratch.path("k")],
                    after: "export IJKPUNT_SESSION_DIR=\(scratch.path(role.rawValue))"
                )
                if AccessTable.allows(role, command: command) {
                    #expect(ran.code == 0, "\(role) \(command): \(ran.talk)")
                } else {
                    #expect(ran.code == 5)
                    #expect(ran.output.isEmpty)
                    #expect(
                        ran.talk.contains(
                            "De rol \(role.rawValue) mag \(command) niet. De poging staat in het "
                                + "logboek."
                        )
                    )
                }
            }
        }
        let log = try run("audit", "show", "--kind", "refusal", as: "administrator")
        let forbidden = roles.map { role in
            commands.filter { !AccessTable.allows(role, command: $0) }.count
        }.reduce(0, +)
        #expect(log.output.split(separator: "\n").count == forbidden)
        #expect(log.output.contains("researcher researcher refusal code=role command=verify"))
    }

    @Test func `without a session, with an open file or after logging out nothing is run`() throws {
        try prepared([.checker])
        let none = try run("permit", "list")
        #expect(none.code == 5)
        #expect(
            none.talk.contains(
                "Deze winkel heeft accounts: wie iets doet, logt eerst in. Geef eerst ijkpunt "
                    + "account login NAAM met dezelfde --store."
            )
        )
        let folder = scratch.path("checker")
        let file = try #require(FileManager.default.contentsOfDirectory(atPath: folder).first)
        let path = folder + "/" + file
        let manager = FileManager.default
        let mode = try manager.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        try manager.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
        let open = try run("permit", "list", as: "checker")
        #expect(open.code == 5)
        #expect(
            open.talk.contains(
                "Sessiebestand \(path): mag door anderen worden gebruikt of is niet van u, en is "
                    + "geweigerd. Verwijder het en log opnieuw in."
            )
        )
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        #expect(try run("permit", "list", as: "checker").code == 0)
        let kept = try Data(contentsOf: URL(filePath: path))
        #expect(try run("account", "logout", as: "checker").code == 0)
        // The token itself is worth nothing any more.
        try kept.write(to: URL(filePath: path))
        try manager.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        let ended = try run("permit", "list", as: "checker")
        #expect(ended.code == 5)
        #expect(ended.talk.contains("Uw sessie is beëindigd (unknown)."))
        let wrong = try runWithPassword(
            "account",
            "login",
            "checker",
            as: "checker",
            password: "iets anders dan dat"
        )
        #expect(wrong.code == 5)
        #expect(wrong.talk.contains("Deze naam en dit wachtwoord geven geen toegang."))
    }

    @Test func `the account stands in the log, and the name that was given beside it`() throws {
        try prepared([.checker])
        #expect(try run("permit", "review", "1", as: "checker").code == 5)
        let found = try run(
            "breach",
            "found",
            "--remark",
            "Een map stond open.",
            "--by",
            "De directeur",
            as: "checker"
        )
        #expect(found.code == 0, "\(found.talk)")
        let log = try run("audit", "show", "--kind", "breach", "--json", as: "checker")
        #expect(log.output.contains("\"actor\":\"checker\""))
        #expect(log.output.contains("\"claimed\":\"De directeur\""))
    }

    @Test func `every command that opens a store has a row in the table`() throws {
        let help = try ProgramRun(["--experimental-dump-help"])
        let json = try JSONSerialization.jsonObject(with: Data(help.output.utf8))
        let root = try #require((json as? [String: Any])?["command"] as? [String: Any])
        var found: Set<String> = []
        func walk(_ command: [String: Any], _ words: [String]) {
            let children = command["subcommands"] as? [[String: Any]] ?? []
            let names = (command["arguments"] as? [[String: Any]] ?? []).flatMap {
                ($0["names"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
            }
            if children.isEmpty, names.contains("store") {
                found.insert(words.joined(separator: " "))
            }
            for child in children {
                guard let name = child["commandName"] as? String, name != "help" else { continue }
                walk(child, words + [name])
            }
        }
        walk(root, [])
        // These ask for the key alone: they begin and end a session, run as a service, or make a
        // store of their own.
        let open: Set = ["account login", "account logout", "secure-serve", "restore"]
        #expect(found.subtracting(open).subtracting(AccessTable.commands.keys).isEmpty)
        #expect(Set(AccessTable.commands.keys).subtracting(found).isEmpty)
    }
}

import ArgumentParser
import Columns
import Definitions
import Domain
import Foundation

/// How a command runs: with which definitions, in which language, on how many cores, how quietly.
struct RunOptions: ParsableArguments {
    @Option(help: "The folder with the definitions.")
    var definitions: String?

    @Option(help: "The language of messages: nl or en.")
    var language = "nl"

    @Option(help: "How many cores to use; all by default.")
    var cores: Int?

    @Flag(help: "Say nothing on stderr but errors.")
    var quiet = false

    func validate() throws {
        guard Language(rawValue: language) != nil else {
            throw ValidationError("--language \(language): expected nl or en.")
        }
        guard (cores ?? 1) > 0 else {
            throw ValidationError("--cores \(cores ?? 0): expected a number above 0.")
        }
    }

    /// The language.
    var spoken: Language { Language(rawValue: language) ?? .nl }

    /// The cores to work on.
    var workers: Workers { Workers(cores: cores) }

    /// Finds the folder with the definitions.
    func definitionFolder() throws -> URL {
        try DefinitionSet.folder(
            explicit: definitions,
            environment: ProcessInfo.processInfo.environment,
            executable: Program.path
        )
    }

    /// Finds and checks the definitions.
    func loadDefinitions() throws -> DefinitionSet {
        try DefinitionSet.load(from: definitionFolder())
    }

    /// Runs a command's work and turns what goes wrong into a message and an exit code.
    func reporting(_ work: (DefinitionSet) throws -> Void) throws {
        var known: DefinitionSet?
        do {
            let loaded = try loadDefinitions()
            known = loaded
            CommandGate.set(rules: loaded.login)
            try work(loaded)
        } catch let error as ExitCode {
            throw error
        } catch let error as ValidationError {
            throw error
        } catch {
            let complaint = Complaint(error).explained(by: known, spoken)
            Console.write(.standardError, complaint.message(spoken, known?.texts) + "\n")
            throw ExitCode(complaint.code)
        }
    }

    /// Says something on stderr, unless quiet.
    func say(_ text: String) {
        if !quiet { Console.write(.standardError, text + "\n") }
    }
}

/// This program as a file.
enum Program {
    /// The path of the running binary.
    static var path: String {
        (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
            ?? CommandLine.arguments.first ?? "ijkpunt"
    }
}

/// Options of commands that open a store.
struct StoreOptions: ParsableArguments {
    @Option(help: "The store with deliveries.")
    var store: String

    @Option(
        help: """
            The key file; by default $IJKPUNT_KEY_FILE, else ~/.config/ijkpunt/store.key.
            """
    )
    var key: String?

    /// The path of the key file.
    var keyPath: String { KeyPlace.path(key) }
}

/// Where the key is kept.
enum KeyPlace {
    /// The path of the key file: as given, else by the environment, else in the home folder.
    static func path(_ key: String?) -> String {
        let environment = ProcessInfo.processInfo.environment
        if let key { return key }
        if let named = environment["IJKPUNT_KEY_FILE"], !named.isEmpty { return named }
        let configuration =
            environment["XDG_CONFIG_HOME"].flatMap { $0.isEmpty ? nil : $0 }
            ?? FileManager.default.homeDirectoryForCurrentUser.path + "/.config"
        return configuration + "/ijkpunt/store.key"
    }
}

/// Reads a day written as `JJJJ-MM-DD`.
func day(_ text: String?, option: String) throws -> CalendarDay? {
    guard let text else { return nil }
    let parts = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let year = parts[0], let month = parts[1], let number = parts[2],
        let day = CalendarDay(year: year, month: month, day: number)
    else { throw ValidationError("\(option) \(text): expected a day as 2026-11-23.") }
    return day
}

/// Today, in the time zone of the machine.
func today() -> CalendarDay {
    let parts = Calendar(identifier: .gregorian).dateComponents(
        [.year, .month, .day],
        from: Date()
    )
    return CalendarDay(year: parts.year ?? 1970, month: parts.month ?? 1, day: parts.day ?? 1)
        ?? CalendarDay(number: 0)
}

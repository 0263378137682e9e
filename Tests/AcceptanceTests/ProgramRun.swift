import Foundation

/// The program as a person runs it: arguments in, output and exit code out.
struct ProgramRun {
    /// The exit code.
    let code: Int32
    /// What went to stdout.
    let output: String
    /// What went to stderr.
    let talk: String

    /// The folder in which the tests and the programs were built.
    static let built: URL = {
        let own = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
        let candidates = [
            own.map { URL(filePath: $0).deletingLastPathComponent() },
            URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent(),
            URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent().appending(path: ".build/release"),
        ].compactMap { $0 }
        return candidates.first {
            FileManager.default.isExecutableFile(atPath: $0.appending(path: "ijkpunt").path)
        } ?? candidates[0]
    }()

    /// Runs `ijkpunt` with arguments, through a shell command before it when one is given.
    init(_ arguments: [String], after shell: String? = nil) throws {
        let process = Process()
        let program = ProgramRun.built.appending(path: "ijkpunt").path
        if let shell {
            process.executableURL = URL(filePath: "/bin/bash")
            process.arguments = ["-c", shell + "; exec \"$0\" \"$@\"", program] + arguments
        } else {
            process.executableURL = URL(filePath: program)
            process.arguments = arguments
        }
        var environment = ProcessInfo.processInfo.environment
        environment["SWIFT_BACKTRACE"] = "enable=no"
        process.environment = environment
        let files = Scratch()
        let outPath = files.path("stdout")
        let errPath = files.path("stderr")
        for path in [outPath, errPath] {
            _ = FileManager.default.createFile(atPath: path, contents: nil)
        }
        process.standardOutput = FileHandle(forWritingAtPath: outPath)
        process.standardError = FileHandle(forWritingAtPath: errPath)
        try process.run()
        process.waitUntilExit()
        code = process.terminationStatus
        output = String(decoding: try Data(contentsOf: URL(filePath: outPath)), as: UTF8.self)
        talk = String(decoding: try Data(contentsOf: URL(filePath: errPath)), as: UTF8.self)
    }
}

/// A folder that is gone when nobody needs it any more.
final class Scratch: Sendable {
    let folder: URL

    init() {
        folder = FileManager.default.temporaryDirectory.appending(path: "ijkpunt-\(UUID())")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// A path in the folder.
    func path(_ name: String) -> String { folder.appending(path: name).path }

    /// Writes a file, with the folders it lies in.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        let place = folder.appending(path: name)
        try FileManager.default.createDirectory(
            at: place.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: place)
        return place.path
    }
}

import Foundation
import Keys
import Synchronization

/// A conversation with the oblivious service over the pipes of a command: a blinded number on a
/// line goes in, its evaluation on a line comes out.
final class ObliviousConversation: Sendable {
    private let process: Process
    private let input: FileHandle
    private let output: FileHandle
    private let rest = Mutex<[UInt8]>([])

    /// Starts the command.
    init(command: String) throws {
        let (toService, fromService) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardInput = toService
        process.standardOutput = fromService
        input = toService.fileHandleForWriting
        output = fromService.fileHandleForReading
        // A service that ended must be an error of ours, not a signal.
        signal(SIGPIPE, SIG_IGN)
        try process.run()
    }

    deinit {
        try? input.close()
        process.waitUntilExit()
    }

    /// Hands blinded numbers over and waits for the answers.
    func ask(_ blinded: [Data]) throws -> [Data] {
        let lines = blinded.map { $0.base64EncodedString() + "\n" }.joined()
        do {
            try input.write(contentsOf: Data(lines.utf8))
        } catch {
            throw ObliviousError.ended
        }
        return try blinded.map { _ in
            guard let answer = Data(base64Encoded: try line()) else {
                throw ObliviousError.malformed
            }
            return answer
        }
    }

    private func line() throws -> String {
        try rest.withLock { rest in
            while true {
                if let end = rest.firstIndex(of: 0x0A) {
                    let line = String(decoding: rest[..<end], as: UTF8.self)
                    rest.removeFirst(end + 1)
                    return line
                }
                let more = output.availableData
                guard !more.isEmpty else { throw ObliviousError.ended }
                rest += more
            }
        }
    }
}

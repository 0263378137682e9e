import Domain
import Foundation
import Synchronization

/// What is said to the person at the terminal.
enum Console {
    /// A stream of the process.
    enum Stream {
        case standardOutput
        case standardError
    }

    /// The language when no command has chosen one.
    static let fallbackLanguage = Language.nl

    /// Writes text at once.
    static func write(_ stream: Stream, _ text: String) {
        let handle =
            stream == .standardOutput ? FileHandle.standardOutput : FileHandle.standardError
        try? handle.write(contentsOf: Data(text.utf8))
    }
}

/// Progress on a terminal, for work of more than a second.
final class ProgressLine: Sendable {
    private struct State {
        var started = Date()
        var shown = Date.distantPast
        var isShowing = false
    }

    private let isOn: Bool
    private let state = Mutex(State())

    /// Creates a line that stays silent when told to, or when nobody watches.
    init(quiet: Bool) {
        isOn = !quiet && isatty(2) == 1
    }

    /// Shows where the work is.
    func show(_ text: String) {
        guard isOn else { return }
        state.withLock { state in
            let now = Date()
            guard now.timeIntervalSince(state.started) > 1,
                now.timeIntervalSince(state.shown) > 0.1
            else { return }
            state.shown = now
            state.isShowing = true
            Console.write(.standardError, "\r\u{1B}[K" + text)
        }
    }

    /// Clears the line.
    func finish() {
        state.withLock { state in
            if state.isShowing { Console.write(.standardError, "\r\u{1B}[K") }
            state.isShowing = false
        }
    }
}

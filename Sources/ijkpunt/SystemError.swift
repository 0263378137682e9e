import Foundation

/// The system's own words for an error number.
enum SystemError {
    /// What the library puts before them, and says nothing.
    private static let preamble = "The operation could not be completed. "

    /// The words.
    static func words(_ code: Int32) -> String {
        guard let known = POSIXErrorCode(rawValue: code) else { return "errno \(code)" }
        let words = POSIXError(known).localizedDescription
        return words.hasPrefix(preamble) ? String(words.dropFirst(preamble.count)) : words
    }
}

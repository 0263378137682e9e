import Foundation

/// The system's own words for an error number.
enum SystemError {
    /// The words.
    static func words(_ code: Int32) -> String {
        POSIXErrorCode(rawValue: code).map { POSIXError($0).localizedDescription }
            ?? "errno \(code)"
    }
}

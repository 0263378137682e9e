public import Domain

/// *Sessie*: what is kept of somebody who logged in; of the token only a hash.
public struct Session: Sendable, Equatable, Codable {
    /// The account's name.
    public let account: String
    /// The generation of the account in which it began.
    public let generation: Int
    /// When it began: seconds since 1970.
    public let begun: Int64
    /// When it was last used: seconds since 1970.
    public var seen: Int64
    /// Where it was begun: on a page, or at a terminal.
    public let place: Place

    /// Where a session was begun.
    public enum Place: String, Sendable, Codable {
        /// In a browser.
        case page
        /// On the command line.
        case terminal
    }

    /// Why a token gives no session.
    public enum Ending: String, Error, Sendable {
        /// No session has this token: it was ended, forged, or never there.
        case unknown
        /// Its longest time has gone by.
        case expired
        /// Nothing was done for too long.
        case idle
        /// The clock stands before the last use.
        case clockBack = "clock-back"
        /// The account was changed, locked or removed.
        case accountChanged = "account-changed"
    }

    /// Why it has ended by some time; `nil` while it has not.
    ///
    /// - Parameters:
    ///   - now: the time.
    ///   - longest: seconds after which it ends, whatever is done.
    ///   - idle: seconds without use after which it ends.
    /// - Returns: the reason, the clock first: a clock that was put back prolongs nothing.
    public func ending(at now: UTCInstant, longest: Int, idle: Int) -> Ending? {
        if now.seconds < seen { return .clockBack }
        if now.seconds - begun >= Int64(longest) { return .expired }
        if now.seconds - seen >= Int64(idle) { return .idle }
        return nil
    }
}

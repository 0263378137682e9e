/// *Inlogregels*: what a password costs, how long a session lasts and how often logging in may fail.
public struct LoginRules: Sendable, Equatable {
    /// The cost N of scrypt (RFC 7914): a power of two.
    public let scryptRounds: Int
    /// The block size r of scrypt.
    public let scryptBlock: Int
    /// The parallelism p of scrypt.
    public let scryptParallel: Int
    /// The fewest signs of a password.
    public let shortestPassword: Int
    /// Minutes after which a session ends, whatever is done in it.
    public let sessionMinutes: Int
    /// Minutes without a request after which a session ends.
    public let idleMinutes: Int
    /// Failures of one name before there is a wait.
    public let freeFailures: Int
    /// Failures of one address before there is a wait.
    public let freeFailuresOfAddress: Int
    /// Seconds of the first wait; each failure doubles it.
    public let firstWait: Int
    /// Seconds of the longest wait.
    public let longestWait: Int
    /// Hours without a failure after which earlier ones are forgotten.
    public let failureHours: Int

    /// Creates rules.
    public init(
        scryptRounds: Int,
        scryptBlock: Int,
        scryptParallel: Int,
        shortestPassword: Int,
        sessionMinutes: Int,
        idleMinutes: Int,
        freeFailures: Int,
        freeFailuresOfAddress: Int,
        firstWait: Int,
        longestWait: Int,
        failureHours: Int
    ) {
        self.scryptRounds = scryptRounds
        self.scryptBlock = scryptBlock
        self.scryptParallel = scryptParallel
        self.shortestPassword = shortestPassword
        self.sessionMinutes = sessionMinutes
        self.idleMinutes = idleMinutes
        self.freeFailures = freeFailures
        self.freeFailuresOfAddress = freeFailuresOfAddress
        self.firstWait = firstWait
        self.longestWait = longestWait
        self.failureHours = failureHours
    }

    /// Seconds to wait after the last of some failures.
    ///
    /// - Parameters:
    ///   - failures: how many there were.
    ///   - free: how many of them cost no wait.
    /// - Returns: 0, then ``firstWait``, doubled with each failure up to ``longestWait``.
    public func wait(after failures: Int, free: Int) -> Int {
        guard failures >= free, free > 0 else { return 0 }
        var wait = firstWait
        for _ in free..<failures where wait < longestWait { wait *= 2 }
        return min(wait, longestWait)
    }
}

extension DefinitionSet {
    /// The same definitions with other rules for logging in.
    package func loggingIn(by rules: LoginRules) -> DefinitionSet {
        var copy = self
        copy.login = rules
        return copy
    }
}

/// Reads `access.yaml`.
struct LoginRulesLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> LoginRules {
        let reader = try folder.yaml("access.yaml").record(keys: [
            "scrypt-rounds", "scrypt-block", "scrypt-parallel", "shortest-password",
            "session-minutes", "idle-minutes", "free-failures", "free-failures-address",
            "first-wait-seconds", "longest-wait-seconds", "failure-hours",
        ])
        let rounds = try reader.required("scrypt-rounds").number(in: 1024...(1 << 22))
        guard rounds & (rounds - 1) == 0 else {
            throw try reader.required("scrypt-rounds").mistake(
                found: "\(rounds)",
                expected: "a power of two"
            )
        }
        return LoginRules(
            scryptRounds: rounds,
            scryptBlock: try reader.required("scrypt-block").number(in: 8...32),
            scryptParallel: try reader.required("scrypt-parallel").number(in: 1...16),
            shortestPassword: try reader.required("shortest-password").number(in: 12...64),
            sessionMinutes: try reader.required("session-minutes").number(in: 5...1440),
            idleMinutes: try reader.required("idle-minutes").number(in: 1...240),
            freeFailures: try reader.required("free-failures").number(in: 1...20),
            freeFailuresOfAddress: try reader.required("free-failures-address").number(
                in: 1...1000
            ),
            firstWait: try reader.required("first-wait-seconds").number(in: 1...3600),
            longestWait: try reader.required("longest-wait-seconds").number(in: 1...86_400),
            failureHours: try reader.required("failure-hours").number(in: 1...720)
        )
    }
}

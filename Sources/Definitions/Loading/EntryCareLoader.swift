import Domain

/// Reads `entry-care.yaml`.
struct EntryCareLoader {
    let folder: DefinitionFolder

    func load() throws(DefinitionError) -> EntryCare {
        let reader = try folder.yaml("entry-care.yaml").record(keys: [
            "session-minutes", "break-minutes", "danger", "support", "reason",
        ])
        return EntryCare(
            sessionMinutes: try reader.required("session-minutes").number(in: 5...480),
            breakMinutes: try reader.required("break-minutes").number(in: 1...120),
            danger: try reader.required("danger").list()
                .map { step throws(DefinitionError) in try step.localized() },
            support: try reader.required("support").localized(),
            reason: try reader.required("reason").localized()
        )
    }
}

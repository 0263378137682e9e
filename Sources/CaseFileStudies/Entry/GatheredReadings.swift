public import Definitions

/// *Verzamelde lezingen*: readings that were finished on the form, as codings.
public struct GatheredReadings: Sendable {
    /// Readings that are new, finished and without conflict.
    public let codings: [Coding]
    /// Readings that are not finished yet.
    public let unfinished: Int
    /// Answers that stand against each other.
    public let conflicts: [EntryMerge.Conflict]
    /// Records whose device wrote later ones, and which did not arrive.
    public let missing: [EntryRecord.Name]

    /// Gathers what was typed, by the same rules as a file of codings.
    ///
    /// - Throws: ``StudyError`` when a reading breaks a rule of the study, as two coders for one
    ///   reading.
    public init(
        _ records: [EntryRecord],
        _ state: StudyState,
        _ instrument: Instrument
    ) throws(StudyError) {
        let merged = EntryMerge(records)
        conflicts = merged.conflicts
        missing = merged.missing
        let inConflict = Set(
            merged.conflicts.map { "\($0.file)|\($0.coder)|\($0.round.rawValue)" }
        )
        var lines = [CodingTable.columns.joined(separator: ",")]
        var open = 0
        for coding in merged.codings {
            let name = "\(coding.file)|\(coding.coder)|\(coding.round.rawValue)"
            guard coding.answers[EntryRecord.finished] != nil, !inConflict.contains(name) else {
                open += 1
                continue
            }
            for (item, answer) in coding.answers.sorted(by: { $0.key < $1.key })
            where item != EntryRecord.finished {
                let value = (answer.isEstimated ? "~" : "") + answer.value
                lines.append(
                    "\(coding.file),\(coding.coder),\(coding.round.rawValue),\(coding.day),"
                        + "\(item),\(value)"
                )
            }
        }
        unfinished = open
        let text = lines.joined(separator: "\n") + "\n"
        codings =
            lines.count == 1
            ? []
            : try CodingTable.read(
                Array(text.utf8),
                path: "form",
                state: state,
                instrument: instrument
            )
    }
}

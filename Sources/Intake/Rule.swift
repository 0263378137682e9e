import Columns
public import Domain

/// A check on the rows of a delivery; each lives in a file of its own under `Rules/`.
///
/// Its wording and remedy stand in the definitions under the same code.
public struct Rule: Sendable {
    /// The stable code.
    public let code: String
    /// What happens to data that breaks the rule.
    public let severity: Finding.Severity
    /// The columns it judges, in the order of the protocol.
    public let fields: [RowField]
    /// The sources it holds for.
    public let sources: Set<String>

    private let find: @Sendable (RecordBatch) -> [RowFinding]

    init(
        _ code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String> = ["jeugdhulp", "jeugdbescherming"],
        find: @escaping @Sendable (RecordBatch) -> [RowFinding] = { _ in [] }
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        self.find = find
    }

    /// The rows that break the rule, with this rule's number in each.
    func check(_ batch: RecordBatch, number: UInt8) -> [RowFinding] {
        guard sources.contains(batch.setting.source) else { return [] }
        var found = find(batch)
        for index in found.indices { found[index].rule = number }
        return found
    }
}

extension UInt16 {
    /// Whether a packed day is a day, and not absent, unreadable or unborn.
    @inline(__always)
    var isDay: Bool { self != PackedDay.absent && self <= PackedDay.beyond }
}

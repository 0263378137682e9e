import Columns
public import Domain

/// A check on the rows of a delivery; each lives in a file of its own under `Rules/`.
///
/// Its wording and remedy stand in the definitions under the same code.
public struct Rule: Sendable {
    /// What a rule has to see, which decides where it can run.
    public enum Scope: String, CaseIterable, Sendable {
        /// One row.
        case row
        /// All rows of a file.
        case file
        /// The holder's file of the half-year before.
        case previous
        /// The holder's files of several half-years before.
        case history
        /// The files of other holders.
        case holders
    }

    /// A command that can run rules.
    public enum Place: String, CaseIterable, Sendable {
        /// `check`, on the holder's own machine.
        case check
        /// `check --previous`, with the holder's own earlier files.
        case checkPrevious = "check --previous"
        /// `receive`, with what was accepted before.
        case receive
    }

    /// The stable code.
    public let code: String
    /// What happens to data that breaks the rule.
    public let severity: Finding.Severity
    /// The columns it judges, in the order of the protocol.
    public let fields: [RowField]
    /// The sources it holds for.
    public let sources: Set<String>
    /// What it has to see.
    public let scope: Scope

    private let find: @Sendable (RecordBatch) -> [RowFinding]
    private let findInFile: @Sendable (FileBatch) -> [FileFinding]
    private let findInTally: (@Sendable (TalliedFile) -> [FileFinding])?
    private let findInPerson: (@Sendable (PersonRows) -> [FileFinding])?
    private let findBetween: (@Sendable (PersonBefore) -> [(RowField, Int)])?
    private let findAtHolders: (@Sendable (PersonAtHolders) -> [(RowField, Int)])?
    /// Whether the rule asks about what another holder should have delivered.
    let needsEveryHolder: Bool

    /// Sources whose rows are persons with help or a measure.
    static let persons: Set<String> = ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    /// Sources whose rows are measures.
    static let measures: Set<String> = ["jeugdbescherming", "jeugdreclassering"]

    init(
        _ code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String> = Rule.persons,
        scope: Scope = .row,
        find: @escaping @Sendable (RecordBatch) -> [RowFinding] = { _ in [] }
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        self.scope = scope
        self.find = find
        findInFile = { _ in [] }
        findInTally = nil
        findInPerson = nil
        findBetween = nil
        findAtHolders = nil
        needsEveryHolder = false
    }

    /// Creates a rule that looks at all rows of a file.
    init(
        file code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (FileBatch) -> [FileFinding]
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        scope = .file
        self.find = { _ in [] }
        findInFile = find
        findInTally = nil
        findInPerson = nil
        findBetween = nil
        findAtHolders = nil
        needsEveryHolder = false
    }

    /// Creates a rule on the plausibility of a file of persons, from counts over its rows.
    init(
        tally code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String> = Rule.persons,
        find: @escaping @Sendable (TalliedFile) -> [FileFinding]
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        scope = .file
        self.find = { _ in [] }
        findInFile = { _ in [] }
        findInTally = find
        findInPerson = nil
        findBetween = nil
        findAtHolders = nil
        needsEveryHolder = false
    }

    /// Creates a rule that looks at the rows of one person in a file, where there is more than one.
    init(
        person code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (PersonRows) -> [FileFinding]
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        scope = .file
        self.find = { _ in [] }
        findInFile = { _ in [] }
        findInTally = nil
        findInPerson = find
        findBetween = nil
        findAtHolders = nil
        needsEveryHolder = false
    }

    /// Creates a rule that compares a person's records with those of the half-year before.
    init(
        previous code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (PersonBefore) -> [(RowField, Int)]
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        scope = .previous
        self.find = { _ in [] }
        findInFile = { _ in [] }
        findInTally = nil
        findInPerson = nil
        findBetween = find
        findAtHolders = nil
        needsEveryHolder = false
    }

    /// Creates a rule that compares a person's records at several holders.
    init(
        holders code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        needsEveryHolder: Bool = false,
        find: @escaping @Sendable (PersonAtHolders) -> [(RowField, Int)]
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        scope = .holders
        self.find = { _ in [] }
        findInFile = { _ in [] }
        findInTally = nil
        findInPerson = nil
        findBetween = nil
        findAtHolders = find
        self.needsEveryHolder = needsEveryHolder
    }

    /// Whether the rule compares a person's records with those of the half-year before.
    var isBetweenPeriods: Bool { findBetween != nil }

    /// Whether the rule looks at the rows of one person.
    var isOnPersons: Bool { findInPerson != nil }

    /// Where the rule can run.
    public var places: [Place] {
        switch scope {
        case .row, .file: Place.allCases
        case .previous, .history: [.checkPrevious, .receive]
        case .holders: [.receive]
        }
    }

    /// The rows that break the rule, with this rule's number in each.
    func check(_ batch: RecordBatch, number: UInt8) -> [RowFinding] {
        guard sources.contains(batch.setting.source) else { return [] }
        var found = find(batch)
        for index in found.indices { found[index].rule = number }
        return found
    }

    /// What breaks the rule in a whole file.
    func check(_ file: FileBatch) -> [FileFinding] {
        sources.contains(file.setting.source) ? findInFile(file) : []
    }

    /// What breaks the rule in the counts of a file.
    func check(_ file: TalliedFile) -> [FileFinding] {
        sources.contains(file.setting.source) ? findInTally?(file) ?? [] : []
    }

    /// What breaks the rule in the rows of a person.
    func check(_ person: PersonRows) -> [FileFinding] { findInPerson?(person) ?? [] }

    /// The rows of a person that break the rule beside the half-year before.
    func check(_ person: PersonBefore) -> [(RowField, Int)] { findBetween?(person) ?? [] }

    /// The rows of a person that break the rule beside other holders.
    func check(_ person: PersonAtHolders) -> [(RowField, Int)] { findAtHolders?(person) ?? [] }
}

extension UInt16 {
    /// Whether a packed day is a day, and not absent, unreadable or unborn.
    @inline(__always)
    var isDay: Bool { self != PackedDay.absent && self <= PackedDay.beyond }
}

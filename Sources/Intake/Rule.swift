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

    /// What is looked for, by what has to be seen.
    private enum Predicate: Sendable {
        /// Wording only: what is wrong is found while reading.
        case elsewhere
        case rows(@Sendable (RecordBatch) -> [RowFinding])
        case file(@Sendable (FileBatch) -> [FileFinding])
        case tally(@Sendable (TalliedFile) -> [FileFinding])
        case person(@Sendable (PersonRows) -> [FileFinding])
        case previous(@Sendable (PersonBefore) -> [(RowField, Int)])
        case holders(@Sendable (PersonAtHolders) -> [(RowField, Int)])
    }

    /// A kind of rule, by what has to be seen.
    enum Kind: CaseIterable {
        case elsewhere, rows, file, tally, person, previous, holders
    }

    private let predicate: Predicate
    /// Whether the rule asks about what another holder should have delivered.
    let needsEveryHolder: Bool

    /// Sources whose rows are persons with help or a measure.
    static let persons: Set<String> = ["jeugdhulp", "jeugdbescherming", "jeugdreclassering"]
    /// Sources whose rows are measures.
    static let measures: Set<String> = ["jeugdbescherming", "jeugdreclassering"]

    private init(
        _ code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        _ sources: Set<String>,
        _ scope: Scope,
        _ predicate: Predicate,
        needsEveryHolder: Bool = false
    ) {
        self.code = code
        self.severity = severity
        self.fields = fields
        self.sources = sources
        self.scope = scope
        self.predicate = predicate
        self.needsEveryHolder = needsEveryHolder
    }

    /// Creates a rule that looks at rows one by one, or one that only has a wording.
    init(
        _ code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String> = Rule.persons,
        scope: Scope = .row,
        find: (@Sendable (RecordBatch) -> [RowFinding])? = nil
    ) {
        self.init(
            code,
            severity,
            fields,
            sources,
            scope,
            find.map(Predicate.rows) ?? .elsewhere
        )
    }

    /// Creates a rule that looks at all rows of a file.
    init(
        file code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (FileBatch) -> [FileFinding]
    ) {
        self.init(code, severity, fields, sources, .file, .file(find))
    }

    /// Creates a rule on the plausibility of a file of persons, from counts over its rows.
    init(
        tally code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String> = Rule.persons,
        find: @escaping @Sendable (TalliedFile) -> [FileFinding]
    ) {
        self.init(code, severity, fields, sources, .file, .tally(find))
    }

    /// Creates a rule that looks at the rows of one person in a file, where there is more than one.
    init(
        person code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (PersonRows) -> [FileFinding]
    ) {
        self.init(code, severity, fields, sources, .file, .person(find))
    }

    /// Creates a rule that compares a person's records with those of the half-year before.
    init(
        previous code: String,
        _ severity: Finding.Severity,
        _ fields: [RowField],
        sources: Set<String>,
        find: @escaping @Sendable (PersonBefore) -> [(RowField, Int)]
    ) {
        self.init(code, severity, fields, sources, .previous, .previous(find))
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
        self.init(
            code,
            severity,
            fields,
            sources,
            .holders,
            .holders(find),
            needsEveryHolder: needsEveryHolder
        )
    }

    /// What has to be seen.
    var kind: Kind {
        switch predicate {
        case .elsewhere: .elsewhere
        case .rows: .rows
        case .file: .file
        case .tally: .tally
        case .person: .person
        case .previous: .previous
        case .holders: .holders
        }
    }

    /// The rules of a kind that hold for a source, by their number.
    static func numbers(_ kind: Kind, of source: String) -> [Int] {
        bySource[kind]?[source] ?? []
    }

    /// Sorted once: files come by the ten thousands, and few rules hold for each.
    private static let bySource: [Kind: [String: [Int]]] = {
        var found: [Kind: [String: [Int]]] = [:]
        for (number, rule) in all.enumerated() {
            for source in rule.sources {
                found[rule.kind, default: [:]][source, default: []].append(number)
            }
        }
        return found
    }()

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
        guard case .rows(let find) = predicate else { return [] }
        var found = find(batch)
        for index in found.indices { found[index].rule = number }
        return found
    }

    /// What breaks the rule in a whole file.
    func check(_ file: FileBatch) -> [FileFinding] {
        if case .file(let find) = predicate { find(file) } else { [] }
    }

    /// What breaks the rule in the counts of a file.
    func check(_ file: TalliedFile) -> [FileFinding] {
        if case .tally(let find) = predicate { find(file) } else { [] }
    }

    /// What breaks the rule in the rows of a person.
    func check(_ person: PersonRows) -> [FileFinding] {
        if case .person(let find) = predicate { find(person) } else { [] }
    }

    /// The rows of a person that break the rule beside the half-year before.
    func check(_ person: PersonBefore) -> [(RowField, Int)] {
        if case .previous(let find) = predicate { find(person) } else { [] }
    }

    /// The rows of a person that break the rule beside other holders.
    func check(_ person: PersonAtHolders) -> [(RowField, Int)] {
        if case .holders(let find) = predicate { find(person) } else { [] }
    }
}

extension UInt16 {
    /// Whether a packed day is a day, and not absent, unreadable or unborn.
    @inline(__always)
    var isDay: Bool { self != PackedDay.absent && self <= PackedDay.beyond }
}

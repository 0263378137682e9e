public import Columns
import Crypto
public import Definitions
import Domain

/// What every delivery of a run is read with: the definitions, the limits, this run's scrambling.
public struct IntakeContext: Sendable {
    /// The definitions.
    public let definitions: DefinitionSet
    /// Cores to work on.
    public private(set) var workers: Workers
    /// The permutation under which numbers stand in memory.
    public let scrambler: NumberScrambler
    /// Takes keyed digests of files, where there is a key.
    public let digest: PieceDigest?
    /// The municipality of each postcode, where a table was given.
    public let postcodes: PostcodeTable?

    /// The permits in force, by name: `linkage` of a source as `veiligthuis/linkage`.
    public let permits: Set<String>
    /// The key of the marks that stand for record and case numbers.
    public let markKey: MarkKey

    let knownMunicipalities: [Bool]
    let workingDays = WorkingDays()
    let codeTables = CodeTables()
    private let birthdays: [Int: Birthdays]
    private let layouts: [String: RowLayout]
    private static let noBirthdays = Birthdays(age: 250)

    /// Prepares for a run.
    ///
    /// - Parameters:
    ///   - definitions: the sources, code lists and limits.
    ///   - workers: the cores to work on.
    ///   - digest: takes keyed digests of files, where there is a key.
    ///   - postcodes: where a postcode leads, when a table was given.
    ///   - permits: the permits in force, as `veiligthuis/linkage`; none by default, so that what
    ///     needs one is not read.
    ///   - markKey: the key of marks; drawn anew where nothing is stored.
    public init(
        definitions: DefinitionSet,
        workers: Workers,
        digest: PieceDigest? = nil,
        postcodes: PostcodeTable? = nil,
        permits: Set<String> = [],
        markKey: MarkKey = .random()
    ) {
        self.definitions = definitions
        self.workers = workers
        self.digest = digest
        self.postcodes = postcodes
        self.permits = permits
        self.markKey = markKey
        layouts = definitions.sources.mapValues { RowLayout($0) }
        scrambler = NumberScrambler()
        var known = [Bool](repeating: false, count: 10_000)
        for code in definitions.regions.knownCodes {
            if let number = Int(code.dropFirst(2)), known.indices.contains(number) {
                known[number] = true
            }
        }
        knownMunicipalities = known
        var birthdays: [Int: Birthdays] = [:]
        for source in definitions.sources.values {
            for name in IntakeContext.ages {
                guard let age = source.limits[name] else { continue }
                if birthdays[age] == nil { birthdays[age] = Birthdays(age: age) }
            }
        }
        self.birthdays = birthdays
    }

    private static let ages = [
        "maximum-age", "query-age", "adult-age", "youngest-age", "oldest-age",
    ]

    /// The same context for work on other cores.
    func on(_ workers: Workers) -> IntakeContext {
        var copy = self
        copy.workers = workers
        return copy
    }

    func birthdays(_ name: String, of source: SourceDefinition) -> Birthdays {
        source.limits[name].flatMap { birthdays[$0] } ?? IntakeContext.noBirthdays
    }

    /// Where the columns of a source are kept.
    func layout(of source: SourceDefinition) -> RowLayout {
        layouts[source.id] ?? RowLayout(source)
    }

    /// Whether a permit of a source is in force; what needs none always is.
    func permits(_ permit: String?, of source: SourceDefinition) -> Bool {
        permit.map { permits.contains(source.id + "/" + $0) } ?? true
    }
}

extension SourceDefinition {
    /// A number with policy meaning in the rules of the source.
    func limit(_ name: String) -> Int { limits[name] ?? .max / 2 }

    /// The columns the protocol knows in a half-year.
    func columns(in period: ReportingPeriod) -> [Column] {
        columns.filter { ($0.from ?? period) <= period && period <= ($0.until ?? period) }
    }
}

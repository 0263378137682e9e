public import Columns
import Crypto
public import Definitions
import Domain

/// What every delivery of a run is read with: the definitions, the limits, this run's scrambling.
public struct IntakeContext: Sendable {
    /// The definitions.
    public let definitions: DefinitionSet
    /// Cores to work on.
    public let workers: Workers
    /// The permutation under which numbers stand in memory.
    public let scrambler: NumberScrambler
    /// Takes keyed digests of files, where there is a key.
    public let digest: PieceDigest?
    /// The municipality of each postcode, where a table was given.
    public let postcodes: PostcodeTable?

    let knownMunicipalities: [Bool]
    private let birthdays: [Int: Birthdays]

    /// Prepares for a run.
    public init(
        definitions: DefinitionSet,
        workers: Workers,
        digest: PieceDigest? = nil,
        postcodes: PostcodeTable? = nil
    ) {
        self.definitions = definitions
        self.workers = workers
        self.digest = digest
        self.postcodes = postcodes
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
            for name in ["maximum-age", "query-age", "adult-age"] {
                let age = source.limit(name)
                if birthdays[age] == nil { birthdays[age] = Birthdays(age: age) }
            }
        }
        self.birthdays = birthdays
    }

    func birthdays(_ name: String, of source: SourceDefinition) -> Birthdays {
        birthdays[source.limit(name)] ?? Birthdays(age: source.limit(name))
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

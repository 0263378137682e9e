import Crypto
public import Definitions
import Foundation

/// *Bewijs bij een vrijgave*: what was done to tables, by which numbers, and what an attacker found.
public struct ProtectionEvidence: Encodable {
    private struct File: Encodable {
        let path: String
        let sha256: String
    }

    private struct Profile: Encodable {
        let id: String
        let method: String
        let threshold: Int
        let roundingBase: Int
        let symbol: String
        let leaky: Bool
        let rules: [String: Rule]
    }

    private struct Rule: Encodable {
        let decision: String
        let minimum: Int?
    }

    private struct Quality: Encodable {
        let largestError: Int
        let meanError: Double
        let largestErrorOfLargerAreas: Int?
        let leaves: Int?
        let leavesThatKeptTheirRounding: Int?
    }

    private struct Withheld: Encodable {
        let primary: Int
        let secondary: Int
        let informationLost: Int
        let unprotected: Int
    }

    private struct Attack: Encodable {
        struct Found: Encodable {
            let cell: [String: String]
            let kind: String
            let low: Int
            let high: Int
        }

        let smallMeansBelow: Int
        let zerosPublished: Bool
        let effort: Int
        let cells: Int
        let targets: Int
        let undecided: Int
        let findings: [Found]
    }

    private let tool: String
    private let version: String
    private let time: String
    private let profile: Profile
    private let inputs: [File]
    private let hierarchy: File
    private let outputs: [File]
    private let cells: [String: Int]
    private let quality: Quality?
    private let withheld: Withheld?
    private let attack: Attack
    private let seedCommitment: String?

    /// Puts the evidence together.
    ///
    /// - Parameters:
    ///   - outcome: what came of the protection.
    ///   - tables: the tables.
    ///   - profile: the profile.
    ///   - key: the key, of which only the commitment is written.
    ///   - version: the version of the tool.
    ///   - time: when, as the caller says it.
    ///   - inputs: the files read, as paths and bytes.
    ///   - hierarchy: the file with the hierarchy.
    ///   - outputs: the files written.
    public init(
        _ outcome: TableProtection.Outcome,
        of tables: LinkedTables,
        profile: DisclosureProfile,
        key: CubeKey,
        version: String,
        time: String,
        inputs: [(path: String, bytes: [UInt8])],
        hierarchy: (path: String, bytes: [UInt8]),
        outputs: [(path: String, bytes: [UInt8])]
    ) {
        func hashed(_ file: (path: String, bytes: [UInt8])) -> File {
            File(path: file.path, sha256: hexadecimal(Array(SHA256.hash(data: file.bytes))))
        }
        tool = "ijkpunt"
        self.version = version
        self.time = time
        self.profile = Profile(
            id: profile.id,
            method: profile.method.rawValue,
            threshold: profile.threshold,
            roundingBase: profile.roundingBase,
            symbol: profile.symbol,
            leaky: profile.isLeaky,
            rules: Dictionary(
                uniqueKeysWithValues: profile.rules.map {
                    (
                        $0.key.rawValue,
                        Rule(decision: $0.value.decision.rawValue, minimum: $0.value.minimum)
                    )
                }
            )
        )
        self.inputs = inputs.map(hashed)
        self.hierarchy = hashed(hierarchy)
        self.outputs = outputs.map(hashed)
        cells = outcome.knowledge.prefix(tables.printedCount)
            .reduce(into: [:]) { $0[$1.statusName, default: 0] += 1 }
        quality = ProtectionEvidence.quality(outcome, tables)
        withheld = outcome.suppression.map {
            Withheld(
                primary: $0.primary,
                secondary: $0.secondary,
                informationLost: $0.informationLost,
                unprotected: $0.unprotected.count
            )
        }
        let labels = TableLabels(tables: tables)
        attack = Attack(
            smallMeansBelow: outcome.settings.threshold,
            zerosPublished: outcome.settings.zerosPublished,
            effort: outcome.settings.effort,
            cells: outcome.attack.cells,
            targets: outcome.attack.targets,
            undecided: outcome.attack.undecided.count,
            findings: outcome.attack.findings.map {
                Attack.Found(
                    cell: labels.key(ofCell: $0.cell),
                    kind: $0.kind.rawValue,
                    low: $0.low,
                    high: $0.high
                )
            }
        )
        seedCommitment = outcome.cube == nil ? nil : key.commitment
    }

    /// The error of what is printed; with the cube as it was searched, else over printed numbers.
    private static func quality(
        _ outcome: TableProtection.Outcome,
        _ tables: LinkedTables
    ) -> Quality? {
        if let cube = outcome.cube {
            return Quality(
                largestError: cube.quality.largest,
                meanError: (cube.quality.mean * 10_000).rounded() / 10_000,
                largestErrorOfLargerAreas: cube.quality.largestProminent,
                leaves: cube.leafCount,
                leavesThatKeptTheirRounding: cube.keptCount
            )
        }
        let errors = zip(outcome.knowledge, outcome.values).compactMap { knowledge, value in
            knowledge.printed.map { abs($0 - value) }
        }
        guard !errors.isEmpty else { return nil }
        let mean = Double(errors.reduce(0, +)) / Double(errors.count)
        return Quality(
            largestError: errors.max() ?? 0,
            meanError: (mean * 10_000).rounded() / 10_000,
            largestErrorOfLargerAreas: nil,
            leaves: nil,
            leavesThatKeptTheirRounding: nil
        )
    }

    /// The evidence as JSON, keys in order.
    public func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}

import Definitions
import Disclosure
import Foundation
import Publication
import ReleaseRoom

/// *Bewijs bij cijfers*: what was done to our own tables, by which numbers, and what was found.
struct FigureEvidence: Encodable {
    struct Profile: Encodable {
        let id: String
        let method: String
        let threshold: Int
        let roundingBase: Int
        let leaky: Bool
    }

    struct LeftOut: Encodable {
        let indicator: String
        let reason: String
    }

    struct Attack: Encodable {
        /// Cells that break a condition of safety within this release.
        let brokenConditions: Int
        /// Earlier tables that were taken along.
        let earlierTables: Int
        let linkedCells: Int
        let findings: Int
        let undecided: Int
    }

    let tool = "ijkpunt"
    let version: String
    let profile: Profile
    let definitions: String
    let tables: [Dossier.Item]
    let leftOut: [LeftOut]
    let quality: [UniverseOutcome.Quality]
    let leaves: Int
    let leavesThatKeptTheirRounding: Int
    let attack: Attack

    init(_ draft: ReleaseDraft, _ items: [Dossier.Item], version: String) {
        self.version = version
        profile = Profile(
            id: draft.profile.id,
            method: draft.profile.method.rawValue,
            threshold: draft.profile.threshold,
            roundingBase: draft.profile.roundingBase,
            leaky: draft.profile.isLeaky
        )
        definitions = draft.traces.digests.all
        tables = items
        leftOut = draft.outcome.refused.map {
            LeftOut(indicator: $0.indicator, reason: "\($0)")
        }
        quality = draft.outcome.cube?.quality ?? []
        leaves = draft.outcome.cube?.leafCount ?? 0
        leavesThatKeptTheirRounding = draft.outcome.cube?.keptCount ?? 0
        attack = Attack(
            brokenConditions: draft.outcome.cube?.findings.count ?? 0,
            earlierTables: draft.outcome.attack?.earlierCount ?? 0,
            linkedCells: draft.outcome.attack?.linkedCells ?? 0,
            findings: draft.outcome.attack?.findings.count ?? 0,
            undecided: draft.outcome.attack?.undecided ?? 0
        )
    }

    /// The evidence as JSON, keys in order.
    func json() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        return Array(try encoder.encode(self)) + [0x0A]
    }
}

import Columns
import Comparison
public import Definitions
public import Disclosure
import Publication
public import ReleaseRoom

/// *Ontwerpuitgave*: tables that were protected and attacked, and not yet released.
public struct ReleaseDraft {
    /// The tables by indicator and period.
    public let tables: [ProtectedTable]
    /// The profile by which they were protected.
    public let profile: DisclosureProfile
    let ids: [String]
    /// What came of protecting and attacking them.
    public internal(set) var outcome: PublishStage.Outcome
    let inhabitants: PopulationByAge?
    let traces: ReleaseTrace

    /// The tables by their hashes, in their order.
    public var items: [Dossier.Item] {
        tables.map {
            Dossier.Item(
                name: "\($0.indicator) \($0.period)",
                sha256: $0.digest(),
                cells: $0.keys.count
            )
        }
    }

    /// The hash of all tables together.
    public static func figures(_ items: [Dossier.Item]) -> String {
        ReleaseTrace.digest(items.map { "\($0.name) \($0.sha256)" })
    }

    /// What goes to the checkers, when nothing is wrong that a machine can see.
    ///
    /// - Parameters:
    ///   - context: what a checker has to know.
    ///   - version: the version of this program.
    /// - Returns: the dossier.
    /// - Throws: `ReleaseRoomError.mechanical`.
    public func dossier(context: ReleaseContext, version: String) throws -> Dossier {
        let mistakes = MechanicalCheck.mistakes(in: tables, profile: profile)
        guard mistakes.isEmpty else { throw ReleaseRoomError.mechanical(mistakes) }
        let items = items
        let evidence = FigureEvidence(self, items, version: version)
        return Dossier(
            context: context,
            items: items,
            figures: ReleaseDraft.figures(items),
            evidence: ["figures.json": String(decoding: try evidence.json(), as: UTF8.self)]
        )
    }
}

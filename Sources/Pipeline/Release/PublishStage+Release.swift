import Definitions
import Disclosure
import Domain
public import Publication
import ReleaseRoom
import Store

extension PublishStage {
    /// Attacks a draft together with everything that was released from this store.
    ///
    /// A profile that gives cells away by itself is not for release, and not attacked.
    func attack(_ draft: inout ReleaseDraft) throws {
        guard !profile.isLeaky else { return }
        let attack = ReleaseAttack(
            reference: definitions.regions,
            groups: ["form": Set(CubeRelease.formGroups.keys)]
        )
        let earlier = try store.releaseLedger().map { line in
            guard let cells = ReleasedCells(line.cells) else {
                throw StoreError.damaged(
                    path: store.path,
                    reason: "line \(line.number) of the ledger of releases"
                )
            }
            return ReleaseAttack.Table(
                meaning: line.meaning,
                period: line.period,
                inputs: line.inputs,
                cells: cells
            )
        }
        let traces = draft.traces
        let tables = draft.tables.map { table in
            ReleaseAttack.Table(
                meaning: traces.meaning(of: table),
                period: table.period.description,
                inputs: traces.inputs(of: table),
                cells: released(table)
            )
        }
        let outcome = try attack.run(tables, after: earlier)
        guard outcome.isSafe else { throw ReleaseRefusal.ledger(outcome: outcome) }
        draft.outcome.attack = outcome
    }

    /// Lets fictive figures through, and real ones that two checkers released.
    ///
    /// - Returns: the submission of real figures.
    func pass(_ draft: ReleaseDraft, _ release: Release) throws -> Submission? {
        guard release.origin == .delivered else { return nil }
        guard !profile.isLeaky else { throw ReleaseRefusal.leaky(profile: profile.id) }
        let figures = ReleaseDraft.figures(draft.items)
        guard let found = try ReleaseDesk.released(figures: figures, in: store) else {
            throw ReleaseRefusal.notReleased(tables: draft.tables.count)
        }
        return found
    }

    /// Writes the published database.
    func write(
        _ draft: ReleaseDraft,
        _ release: Release,
        _ submission: Submission?,
        to path: String
    ) throws {
        let released = submission.flatMap { own in
            own.dossier.figures.map { (id: own.id, figures: $0) }
        }
        try PublishedDatabaseWriter.write(
            tables: draft.tables,
            series: definitions.published,
            definitions: definitions,
            population: draft.inhabitants,
            release: release,
            traces: draft.tables.map { draft.traces.trace(of: $0, submission: released) },
            to: path
        )
    }

    /// Keeps the rounding for later vintages, the tables in the ledger and the release in the log.
    func keep(_ draft: ReleaseDraft, _ submission: Submission?) throws {
        var facts = [
            "tables": String(draft.tables.count),
            "indicators": draft.ids.joined(separator: " "), "profile": profile.id,
        ]
        if let submission { facts["published"] = String(submission.id) }
        let traces = draft.traces
        let releases =
            profile.isLeaky
            ? []
            : try draft.tables.map { table in
                NewLedgerTable(
                    meaning: traces.meaning(of: table),
                    definition: traces.definition(of: table),
                    period: table.period.description,
                    inputs: traces.inputs(of: table),
                    cells: try released(table).bytes()
                )
            }
        try store.keep(
            draft.outcome.cube?.parts ?? [],
            releasing: releases,
            logging: actor.map { [$0.event(.release, facts)] } ?? [],
            at: actor?.now() ?? UTCInstant(seconds: 0)
        )
    }

    /// Writes a draft as a published database, for those who have to judge it; nothing is released.
    ///
    /// - Parameters:
    ///   - draft: the draft.
    ///   - release: what is known of it as a whole.
    ///   - path: the database.
    /// - Throws: a `PublicationError`.
    public func show(_ draft: ReleaseDraft, release: Release, at path: String) throws {
        try write(draft, release, nil, to: path)
    }

    private func released(_ table: ProtectedTable) -> ReleasedCells {
        ReleasedCells(
            table,
            method: profile.method == .cube ? .adjacent : .exact,
            base: profile.roundingBase
        )
    }
}

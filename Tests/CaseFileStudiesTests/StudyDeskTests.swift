import CaseFileStudies
import Columns
import Crypto
import Definitions
import Domain
import Foundation
import Keys
import Store
import TestSupport
import Testing

/// A study in a store: signed, sealed, each step once.
struct StudyDeskTests {
    let folder: TestFolder
    let store: DeliveryStore
    let desk: StudyDesk
    let study: MadeStudy
    let actor = AuditActor(name: "onderzoeker", role: .researcher) {
        UTCInstant(seconds: 1_700_000_000)
    }

    init() throws {
        folder = try TestFolder()
        let key = StoreKey(material: KeyMaterial(SymmetricKey(size: .bits256)))
        store = try DeliveryStore(path: folder.path("s.sqlite"), key: key, create: true)
        study = try MadeStudy(organisations: 30, seed: 1)
        desk = StudyDesk(store: store, definitions: study.definitions, actor: actor)
    }

    private func plan(_ version: Int = 1) throws -> StudyPlan {
        try DesignStage(request: study.request, text: study.text, instrument: study.instrument)
            .run(study.frame, version: version, day: CalendarDay(number: 20_000))
    }

    private func drawn() throws -> StudyState {
        _ = try desk.keep(try plan())
        let state = try desk.state("made")
        let (draw, links) = try DrawStage(request: state.request, plan: state.plan.plan)
            .run(study.frame, seed: "x")
        try desk.keep(draw, links: links, of: state)
        return try desk.state("made")
    }

    @Test func `a plan is signed by the store and changes until the draw`() throws {
        let signed = try desk.keep(try plan())
        #expect(try desk.state("made").plan == signed)
        #expect(try desk.nextVersion("made") == 2)
        _ = try desk.keep(try plan(2))
        #expect(try desk.state("made").plan.plan.version == 2)
        let state = try desk.state("made")
        let (draw, links) = try DrawStage(request: state.request, plan: state.plan.plan)
            .run(study.frame, seed: "x")
        try desk.keep(draw, links: links, of: state)
        #expect(throws: StudyError.alreadyDrawn(id: "made")) { try desk.nextVersion("made") }
        #expect(try store.studyLinks("made").count == draw.files.count)
        let kinds = try store.auditLines([.study]).map { $0.event.facts["entry"] }
        #expect(kinds == ["plan", "plan", "draw"])
        #expect(try store.verifyAudit().mistakes.isEmpty)
    }

    @Test func `a study goes with the last delivery it was drawn from`() throws {
        let state = try drawn()
        let code = try #require(state.sample.first).code
        try desk.keep([Consent(file: code, ageBand: .under12, outcome: .given)], of: state)
        try StoreJournal(store: store, study: "made", device: "L1", actor: actor).type(
            [("reported", Coding.Answer(value: "yes"))],
            of: (code, "A1", .first),
            day: "2026-01-02",
            entry: "t"
        )
        let kept = try StudyRetention(store, definitions: study.definitions) { source, period in
            source == "jeugdhulp" && "\(period)" == "2019H1"
        }
        #expect(kept.due.isEmpty)
        let retention = try StudyRetention(store, definitions: study.definitions) { _, _ in false }
        #expect(retention.due == ["made"])
        try retention.apply(to: store, actor: actor)
        let left = try store.studyEntries("made")
        #expect(left.allSatisfy { $0.subject == nil })
        #expect(Set(left.map(\.kind)) == ["plan", "draw"])
        #expect(try store.studyLinks("made").isEmpty)
        #expect(try desk.state("made").consents.isEmpty)
        let again = try StudyRetention(store, definitions: study.definitions) { _, _ in false }
        #expect(again.due.isEmpty)
        #expect(try store.verifyAudit().mistakes.isEmpty)
    }

    @Test func `who was overtaken writes nothing`() throws {
        let state = try drawn()
        let code = try #require(state.sample.first).code
        let consent = Consent(file: code, ageBand: .under12, outcome: .given)
        try desk.keep([consent], of: state)
        #expect(throws: StudyError.overtaken(id: "made")) { try desk.keep([consent], of: state) }
        #expect(try desk.state("made").consents.count == 1)
    }

    @Test func `a codebook that changed under a study stops it`() throws {
        _ = try drawn()
        let copy = URL(filePath: folder.path("Definitions"))
        let own = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Definitions").resolvingSymlinksInPath()
        try FileManager.default.copyItem(at: own, to: copy)
        let file = copy.appending(path: "instruments/casefile.yaml")
        let text = try String(contentsOf: file, encoding: .utf8)
        let changed = text.replacing(
            "Ligt er een veiligheidsplan",
            with: "Ziet u een veiligheidsplan"
        )
        #expect(changed != text)
        try Data(changed.utf8).write(to: file)
        let other = StudyDesk(
            store: store,
            definitions: try DefinitionSet.load(from: copy),
            actor: actor
        )
        #expect(
            throws: StudyError.instrumentChanged(id: "made", instrument: "casefile", version: 1)
        ) { try other.state("made") }
    }

    @Test func `an unknown study names those that are known`() throws {
        _ = try desk.keep(try plan())
        #expect(throws: StudyError.unknownStudy(id: "other", known: ["made"])) {
            try desk.state("other")
        }
    }

    @Test func `an erased child is gone from its studies`() throws {
        let state = try drawn()
        let file = try #require(state.sample.first)
        try desk.keep([Consent(file: file.code, ageBand: .under12, outcome: .given)], of: state)
        let person = try #require(try store.studyLinks("made")[file.code])
        _ = try store.erase(
            person: person,
            sources: ["jeugdhulp"],
            at: actor.now(),
            workers: Workers(cores: 1)
        ) { _ in actor.event(.erasure, ["reason": "subject"]) }
        #expect(try store.studyLinks("made")[file.code] == nil)
        #expect(try desk.state("made").consents.isEmpty)
    }

    @Test func `a study opens under the next key, with persons by their new pseudonyms`() throws {
        let state = try drawn()
        let links = try store.studyLinks("made")
        let next = StoreKey(material: KeyMaterial(SymmetricKey(size: .bits256)))
        try store.rekey(
            to: next,
            at: actor.now(),
            workers: Workers(cores: 1),
            logging: actor.event(.key, ["action": "rotate"])
        )
        let opened = try DeliveryStore(path: folder.path("s.sqlite"), key: next, create: false)
        let other = StudyDesk(store: opened, definitions: study.definitions, actor: actor)
        #expect(try other.state("made").draw == state.draw)
        let moved = try opened.studyLinks("made")
        #expect(moved.count == links.count)
        #expect(moved.allSatisfy { links[$0.key] != $0.value })
    }
}

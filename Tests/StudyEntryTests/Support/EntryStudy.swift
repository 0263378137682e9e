import CaseFileStudies
import Columns
import Crypto
import Definitions
import Domain
import Foundation
import Keys
import Store
import StudyEntry
import Synchronization
import TestSupport
import Testing

/// A time that a test sets.
final class TestClock: Sendable {
    private let seconds = Atomic<Int64>(1_767_600_000)

    /// So many minutes after 5 January 2026, 08:00 UTC.
    func set(minutes: Int) {
        seconds.store(1_767_600_000 + Int64(minutes) * 60, ordering: .sequentiallyConsistent)
    }

    var now: UTCInstant { UTCInstant(seconds: seconds.load(ordering: .sequentiallyConsistent)) }
}

/// A study in a store of its own, drawn and with consent.
struct EntryStudy: Sendable {
    let store: DeliveryStore
    let definitions: DefinitionSet
    let instrument: Instrument
    let state: StudyState
    /// A file that is read once, and one that is read twice.
    let once: String
    let twice: String

    init(in folder: TestFolder, name: String = "s") throws {
        let key = StoreKey(material: KeyMaterial(SymmetricKey(size: .bits256)))
        store = try DeliveryStore(path: folder.path("\(name).sqlite"), key: key, create: true)
        definitions = try TestDefinitions.load()
        let request = try StudyRequest.read(
            EntryStudy.question,
            file: "question.yaml",
            against: definitions
        )
        instrument = try #require(definitions.instruments["casefile"])
        let organisations = (0..<4).map { number in
            CaseFileFrame.Organisation(
                name: "0090000\(number)",
                files: (0..<40).map { place in
                    CaseFileFrame.File(
                        person: Pseudonym(high: UInt64(number), low: UInt64(place + 1)),
                        referrer: "01",
                        form: "01",
                        part: "LD01"
                    )
                }
            )
        }
        let frame = CaseFileFrame(
            source: "jeugdhulp",
            period: request.period,
            organisations: organisations
        )
        let actor = AuditActor(name: "onderzoeker", role: .researcher) { TestClock().now }
        let desk = StudyDesk(store: store, definitions: definitions, actor: actor)
        let plan = try DesignStage(
            request: request,
            text: EntryStudy.question,
            instrument: instrument
        ).run(frame, version: 1, day: CalendarDay(number: 20_000))
        _ = try desk.keep(plan)
        var state = try desk.state("made")
        let drawn = try DrawStage(request: state.request, plan: state.plan.plan)
            .run(frame, seed: "x")
        try desk.keep(drawn.draw, links: drawn.links, of: state)
        state = try desk.state("made")
        try desk.keep(
            state.asked.map { Consent(file: $0.code, ageBand: .under12, outcome: .given) },
            of: state
        )
        self.state = try desk.state("made")
        once = try #require(self.state.asked.first { !$0.isCodedTwice }).code
        twice = try #require(self.state.asked.first { $0.isCodedTwice }).code
    }

    func room(device: String, clock: TestClock) throws -> EntryRoom {
        EntryRoom(
            store: store,
            state: state,
            instrument: instrument,
            device: device,
            definitions: definitions,
            language: .nl,
            actor: AuditActor(name: "codeur", role: .researcher) { clock.now }
        )
    }

    func journal(_ device: String) -> StoreJournal {
        StoreJournal(
            store: store,
            study: "made",
            device: device,
            actor: AuditActor(name: "codeur", role: .researcher) { TestClock().now }
        )
    }

    func records() throws -> [EntryRecord] { try journal("sync").records() }

    func type(_ value: String, to item: String, _ file: String, _ coder: String, device: String)
        throws
    {
        try journal(device).type(
            [(item, Coding.Answer(value: value))],
            of: (file, coder, .first),
            day: "2026-01-05",
            entry: ""
        )
    }

    /// Answers every question that is still open: the first option, or not in the file.
    func answerRest(_ file: String, _ coder: String) throws {
        for _ in 0..<3 {
            let answers = EntryMerge(try records()).codings.first?.answers ?? [:]
            for item in instrument.items
            where item.isAsked(after: answers) && answers[item.id] == nil {
                let value = item.missing.first?.rawValue ?? item.options.first?.code ?? "50"
                try type(value, to: item.id, file, coder, device: "L1")
            }
        }
    }

    func section(of item: String) -> String {
        instrument.sections.first { $0.items.contains { $0.id == item } }?.id ?? ""
    }

    func mayBeEstimated(_ item: String) -> Bool {
        instrument.item(item)?.mayBeEstimated ?? false
    }

    static let question = """
        id: made
        title: {nl: Proef, en: Trial}
        source: jeugdhulp
        period: 2019H1
        instrument: casefile
        organisations: {number: 3, method: srs}
        files: {number: 30, strata: none, division: proportional, least: 4}
        double-coding: 0.5
        agreement-limit: 0.67
        expected: {response: 0.9, proportion: 0.5, correlation: 0.03, difference: 0.2}
        domains:
          - {id: T, title: {nl: Alle dossiers, en: All files}, margin: 0.2}
        estimates:
          - {id: plan, title: {nl: Plan, en: Plan}, item: safety-plan-present, kind: share, codes: ["yes"]}
        """
}
